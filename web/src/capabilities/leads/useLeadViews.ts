import type { RuleGroup } from "@tongzhou/contract/conditions";
import { EVERYTHING } from "@tongzhou/contract/conditions";
import { useTranslation } from "react-i18next";
import { useMay } from "../../platform/session/session.ts";

interface LeadView {
  id: string;
  words: string;
  filter: RuleGroup;
  sort?: string;
}

const where = (...rules: RuleGroup["rules"]): RuleGroup => ({ combinator: "and", rules });
const stageIs = (stage: string) => ({ field: "lead.stage", operator: "is", value: stage });
const mine = { field: "lead.owner", operator: "is", value: "me" };

/** The views everybody has of leads; those of whoever gives leads out come first for them. */
export function useLeadViews(): LeadView[] {
  const { t } = useTranslation("leads");
  const mayAssign = useMay("lead", "assign");
  const own: LeadView[] = [
    { id: "waiting", words: t("view.waiting"), filter: where(stageIs("assigned"), mine), sort: "clock" },
    { id: "mine", words: t("view.mine"), filter: where(mine) },
  ];
  const team: LeadView[] = [
    { id: "unanswered", words: t("view.unanswered"), filter: where(stageIs("assigned")), sort: "clock" },
    {
      id: "triage",
      words: t("view.triage"),
      filter: where({ field: "lead.pool", operator: "is", value: "triage" }),
    },
    {
      id: "returned",
      words: t("view.returned"),
      filter: where({ field: "lead.lastAnswer", operator: "is", value: "rejected" }),
    },
  ];
  return [
    ...(mayAssign ? team : own),
    { id: "public", words: t("view.public"), filter: where({ field: "lead.pool", operator: "is", value: "public" }) },
    { id: "all", words: t("view.all"), filter: EVERYTHING },
  ];
}
