import type { LeadRow } from "@tongzhou/contract/lead-row";
import { Check, Phone, Shuffle, Undo2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { PhoneView, RowAct } from "../../ui/table/table-types.ts";
import { GradeChip } from "./GradeChip.tsx";
import { HolderName } from "./HolderName.tsx";
import { LeadClockSign } from "./LeadClockSign.tsx";
import { LeadStageSign } from "./LeadStageSign.tsx";
import type { LeadActs } from "./useLeadActs.tsx";
import { useLeadWords } from "./useLeadWords.ts";

/** A lead as a row of two lines, its acts behind a swipe. */
export function useLeadPhoneView(acts: LeadActs): PhoneView<LeadRow> {
  const { t } = useTranslation("leads");
  const words = useLeadWords();
  const swipe = (lead: LeadRow): RowAct[] => {
    if (acts.waitsForMe(lead)) {
      return [
        { id: "decline", words: t("decline"), icon: Undo2, run: () => acts.decline([lead]) },
        { id: "accept", words: t("accept"), icon: Check, run: () => acts.accept([lead]) },
      ];
    }
    const call: RowAct[] = acts.canCall(lead)
      ? [{ id: "call", words: t("call"), icon: Phone, run: () => acts.call(lead) }]
      : [];
    const assign: RowAct[] = acts.mayAssign
      ? [{ id: "assign", words: t("assign"), icon: Shuffle, run: () => acts.assign([lead]) }]
      : [];
    return [...call, ...assign];
  };
  return {
    row: (lead) => {
      const swipes = swipe(lead);
      const isRunning = lead.clock !== null && lead.clock.endedAt === null && lead.clock.dueAt !== null;
      return {
        sign: <GradeChip grade={lead.grade} />,
        name: words.name(lead),
        meta: lead.account?.name,
        line: (
          <span className="ell">{lead.latestTouch === null ? t("noTouchYet") : words.touchWhen(lead.latestTouch)}</span>
        ),
        top: isRunning ? <LeadClockSign clock={lead.clock} /> : <LeadStageSign stage={lead.stage} />,
        bottom: <HolderName holder={lead.holder} />,
        ...(swipes.length === 0 ? {} : { swipe: swipes }),
      };
    },
  };
}
