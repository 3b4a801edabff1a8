import { EVERYTHING, type RuleGroup } from "@tongzhou/contract/conditions";
import { useTranslation } from "react-i18next";

const where = (field: string, value: unknown): RuleGroup => ({
  combinator: "and",
  rules: [{ field, operator: "is", value }],
});

/** The views everybody has of accounts. */
export function useAccountViews(): { id: string; words: string; filter: RuleGroup }[] {
  const { t } = useTranslation("accounts");
  return [
    { id: "all", words: t("view.all"), filter: EVERYTHING },
    { id: "mine", words: t("view.mine"), filter: where("account.owner", "me") },
    { id: "households", words: t("view.households"), filter: where("account.kind", "household") },
    { id: "unconfirmed", words: t("view.unconfirmed"), filter: where("account.confirmed", false) },
  ];
}
