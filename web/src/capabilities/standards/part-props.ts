import type { LeadStandard } from "@tongzhou/contract/lead-standard";

/** What every part of the editor is given. */
export interface PartProps {
  content: LeadStandard;
  /** Absent when this version cannot be edited by the viewer now. */
  onChange: ((content: LeadStandard) => void) | undefined;
}
