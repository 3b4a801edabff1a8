import { EVERYTHING, type RuleGroup } from "@tongzhou/contract/conditions";
import { useTranslation } from "react-i18next";

interface OpportunityView {
  id: string;
  words: string;
  filter: RuleGroup;
  sort?: string;
}

const where = (...rules: RuleGroup["rules"]): RuleGroup => ({ combinator: "and", rules });
const mine = { field: "opportunity.owner", operator: "is", value: "me" };
const running = { field: "opportunity.outcome", operator: "empty" };
const ended = (outcome: string) => ({ field: "opportunity.outcome", operator: "is", value: outcome });

/** The views everybody has of opportunities. A board shows only what runs, so it leaves the ended ones out. */
export function useOpportunityViews(look: "board" | "list"): OpportunityView[] {
  const { t } = useTranslation("opportunities");
  const open: OpportunityView[] = [
    { id: "open", words: t("view.open"), filter: where(running) },
    { id: "mine", words: t("view.mine"), filter: where(mine, running) },
  ];
  if (look === "board") return open;
  return [
    ...open,
    { id: "won", words: t("view.won"), filter: where(ended("won")), sort: "-opened" },
    { id: "lost", words: t("view.lost"), filter: where(ended("lost")), sort: "-opened" },
    { id: "all", words: t("view.all"), filter: EVERYTHING },
  ];
}
