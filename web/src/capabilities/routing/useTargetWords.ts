import { useQuery } from "@tanstack/react-query";
import { teams } from "@tongzhou/contract/people-teams";
import type { RoutingTarget } from "@tongzhou/contract/routing-rule";
import { useTranslation } from "react-i18next";
import { reading } from "../../platform/http/queries.ts";
import { usePeople } from "../people/index.ts";

/** To whom a rule gives its leads, in a few words. */
export function useTargetWords(): (target: RoutingTarget) => string {
  const { t } = useTranslation("routing");
  const { nameOf } = usePeople();
  const all = useQuery(reading(teams.list));
  return (target) => {
    if (target.kind === "user") return nameOf(target.personId) ?? t("somebodyGone");
    if (target.kind !== "team") return t(`targets.${target.kind}`);
    const team = all.data?.find(({ id }) => id === target.teamId)?.name ?? t("teamGone");
    return t("teamBy", { team, method: t(`methods.${target.method}`) });
  };
}
