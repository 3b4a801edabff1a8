import { useQuery } from "@tanstack/react-query";
import { leads } from "@tongzhou/contract/leads";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../platform/format/useFormat.ts";
import { reading } from "../../platform/http/queries.ts";
import { askedOf, type ListState } from "../../platform/lists/list-state.ts";

/** How many leads the list has, and how many of them are chosen. */
export function LeadCount({ list, chosen }: { list: ListState; chosen: number }) {
  const { t } = useTranslation("leads");
  const format = useFormat();
  const { sort: _, ...query } = askedOf(list);
  const { data } = useQuery(reading(leads.count, { query }));
  if (data === undefined) return null;
  const amount = format.estimate(data.count, data.exact);
  return <>{chosen === 0 ? t("count", { amount }) : t("chosenOf", { chosen, amount })}</>;
}
