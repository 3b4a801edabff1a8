import { EVERYTHING, type RuleGroup } from "@tongzhou/contract/conditions";
import { useTranslation } from "react-i18next";

const inState = (status: string): RuleGroup => ({
  combinator: "and",
  rules: [{ field: "campaign.status", operator: "is", value: status }],
});

/** The views everybody has of campaigns. */
export function useCampaignViews(): { id: string; words: string; filter: RuleGroup }[] {
  const { t } = useTranslation("campaigns");
  return [
    { id: "all", words: t("view.all"), filter: EVERYTHING },
    { id: "running", words: t("view.running"), filter: inState("running") },
    { id: "draft", words: t("view.draft"), filter: inState("draft") },
    { id: "ended", words: t("view.ended"), filter: inState("ended") },
  ];
}
