import { useQuery } from "@tanstack/react-query";
import { accounts } from "@tongzhou/contract/accounts";
import { campaigns } from "@tongzhou/contract/campaigns";
import { opportunityTypes } from "@tongzhou/contract/opportunity-types";
import { people } from "@tongzhou/contract/people";
import { teams } from "@tongzhou/contract/people-teams";
import { products } from "@tongzhou/contract/products";
import { useTranslation } from "react-i18next";
import { useCodeWords } from "../../platform/codes/useCodeWords.ts";
import { reading } from "../../platform/http/queries.ts";

export interface NamedOption {
  value: string;
  words: string;
}

/** Collections with few records are fetched whole; this many of the others. */
const MOST = 100;

/** What a condition may choose from a collection, by name: `user`, `team`, `product_line`, `campaign`, `account`, `industry`, `opportunity_type`, `opportunity_stage`. */
export function useSourceOptions(source: string | undefined, typed = ""): readonly NamedOption[] {
  const { t } = useTranslation("views");
  const codes = useCodeWords();
  const search = { query: { search: typed, limit: MOST } };
  const everybody = useQuery({ ...reading(people.directory), enabled: source === "user" });
  const everyTeam = useQuery({ ...reading(teams.list), enabled: source === "team" });
  const lines = useQuery({ ...reading(products.list), enabled: source === "product_line" });
  const someCampaigns = useQuery({ ...reading(campaigns.list, search), enabled: source === "campaign" });
  const someAccounts = useQuery({ ...reading(accounts.list, search), enabled: source === "account" });
  const types = useQuery({ ...reading(opportunityTypes.list), enabled: source?.startsWith("opportunity_") === true });
  switch (source) {
    case "industry":
      return codes.options("industry");
    case "user":
      return [{ value: "me", words: t("me") }, ...named(everybody.data?.filter(({ active }) => active))];
    case "team":
      return [{ value: "mine", words: t("myTeam") }, ...named(everyTeam.data)];
    case "product_line":
      return named(lines.data);
    case "campaign":
      return named(someCampaigns.data?.rows);
    case "opportunity_type":
      return named(types.data);
    case "opportunity_stage":
      return named(types.data?.flatMap(({ stages }) => stages));
    case "account":
      return named(someAccounts.data?.rows);
    default:
      return [];
  }
}

const named = (records: readonly { id: string; name: string }[] | undefined): NamedOption[] =>
  (records ?? []).map(({ id, name }) => ({ value: id, words: name }));
