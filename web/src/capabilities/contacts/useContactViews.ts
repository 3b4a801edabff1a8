import { EVERYTHING, type RuleGroup } from "@tongzhou/contract/conditions";
import { useTranslation } from "react-i18next";

const noPhone: RuleGroup = {
  combinator: "and",
  rules: [{ field: "contact.hasPhone", operator: "is", value: false }],
};

/** The views everybody has of people. */
export function useContactViews(): { id: string; words: string; filter: RuleGroup }[] {
  const { t } = useTranslation("contacts");
  return [
    { id: "all", words: t("view.all"), filter: EVERYTHING },
    { id: "noPhone", words: t("view.noPhone"), filter: noPhone },
  ];
}
