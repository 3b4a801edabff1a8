import { useQuery } from "@tanstack/react-query";
import { teams } from "@tongzhou/contract/people-teams";
import { useTranslation } from "react-i18next";
import { reading } from "../../platform/http/queries.ts";
import type { SelectOption } from "../../ui/fields/SelectField.tsx";
import { usePeople } from "../people/index.ts";

export interface Holders {
  readonly options: readonly SelectOption[];
  readonly kindOf: (id: string) => "person" | "team";
}

/** People and teams to whom something can be given. */
export function useHolders(): Holders {
  const { t } = useTranslation("rights");
  const { options } = usePeople();
  const { data = [] } = useQuery(reading(teams.list));
  return {
    options: [...options, ...data.map(({ id, name }) => ({ value: id, words: t("teamNamed", { name }) }))],
    kindOf: (id) => (data.some((team) => team.id === id) ? "team" : "person"),
  };
}
