import type { LeadRow } from "@tongzhou/contract/lead-row";
import { Anchor } from "../../ui/navigation/Anchor.tsx";
import { GradeChip } from "./GradeChip.tsx";
import { LeadStageSign } from "./LeadStageSign.tsx";
import { useLeadWords } from "./useLeadWords.ts";

/** A lead in one line, for records it belongs to. */
export function LeadLine({ lead }: { lead: LeadRow }) {
  const words = useLeadWords();
  return (
    <Anchor href={`/leads/${lead.id}`} className="row g8 t13" style={{ padding: "6px 0" }}>
      <GradeChip grade={lead.grade} />
      <span className="grow ell">
        <b>{words.name(lead)}</b> <span className="ink3">{lead.productLine?.name ?? lead.source}</span>
      </span>
      <LeadStageSign stage={lead.stage} />
    </Anchor>
  );
}
