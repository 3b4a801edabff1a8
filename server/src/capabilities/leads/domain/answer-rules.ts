import { MERGED_REASON, TURN_BACK_EFFECTS } from "@tongzhou/contract/lead-stages";
import type { LeadStage, LeadTableRow, RejectEffect } from "@tongzhou/contract/lead-stages";
import type { LeadEvent } from "./lead-event.ts";
import { notTheHolder, OPEN_STAGES, stopClock } from "./lead-rules.ts";
import type { LeadTable } from "./lead-rules.ts";
import { refuse } from "./lead-move.ts";
import type { Change, LeadEffect, Refusal } from "./lead-move.ts";
import { inPool, ownedBy, ownerOf } from "./lead-state.ts";
import type { LeadState } from "./lead-state.ts";

/** Rows 8–8c: what each effect of a reason does, and whether it is a bounce. */
const ANSWERS: Record<RejectEffect, { row: LeadTableRow; bounce: boolean; to: Change }> = {
  triage: { row: "8", bounce: true, to: { stage: "mql", holder: inPool("triage") } },
  nurture_warm: {
    row: "8a",
    bounce: false,
    to: { stage: "nurturing", holder: inPool("nurture"), group: "warm" },
  },
  nurture_cold: {
    row: "8a",
    bounce: false,
    to: { stage: "nurturing", holder: inPool("nurture"), group: "cold" },
  },
  disqualify: {
    row: "8b",
    bounce: false,
    to: { stage: "disqualified", holder: inPool("invalid") },
  },
  review: { row: "8c", bounce: false, to: { stage: "mql", holder: inPool("triage") } },
};

/** Rows 7, 8–8c, 11, 12 and 17: the answers of the people who hold the lead. They take effect at once (R-LEAD-2). */
export const answerRules: Pick<
  LeadTable,
  "accepted" | "declined" | "converted" | "opportunity_given" | "disqualified"
> = {
  accepted: {
    guards: [(lead, { by }) => notTheHolder(lead, by)],
    rows: [
      { row: "7", from: ["assigned"], change: (lead) => ({ stage: "sql", effects: stopClock(lead, "accepted") }) },
    ],
  },
  declined: {
    guards: [
      (lead, { by }) => notTheHolder(lead, by),
      (_, { reason }) => badReason(reason.code),
      (_, { reason, otherRecordId }) =>
        reason.effect === "review" && otherRecordId === null ? refuse("other_record_missing") : null,
    ],
    rows: [
      ...(Object.keys(ANSWERS) as RejectEffect[]).map((effect) => ({
        row: ANSWERS[effect].row,
        from: ["assigned"] satisfies LeadStage[],
        when: (_: LeadState, { reason }: LeadEvent<"declined">) => reason.effect === effect,
        change: reject,
      })),
      { row: "12", from: ["sql"], change: reject },
    ],
  },
  converted: {
    guards: [
      (lead, { by }) => notTheHolder(lead, by),
      (_, { accountConfirmed }) => (accountConfirmed ? null : refuse("account_not_confirmed")),
    ],
    rows: [
      {
        row: "11",
        from: ["assigned", "sql"],
        change: (lead, { opportunityOwnerId }) => ({
          stage: "converted",
          ...(lead.stage === "assigned" ? { through: "sql" } : {}),
          holder: ownedBy(opportunityOwnerId),
          effects: stopClock(lead, "accepted"),
        }),
      },
    ],
  },
  opportunity_given: {
    rows: [{ row: "11", from: ["converted"], change: (_, { ownerId }) => ({ holder: ownedBy(ownerId) }) }],
  },
  disqualified: {
    guards: [(lead, { by }) => notTheHolder(lead, by), (_, { reason }) => badReason(reason)],
    rows: [
      {
        row: "17",
        from: OPEN_STAGES,
        change: (lead, { reason }) => ({
          stage: "disqualified",
          holder: inPool("invalid"),
          reason,
          effects: stopClock(lead, "withdrawn"),
          say: { reason },
        }),
      },
    ],
  },
};

/** Row 8 counts a bounce and gives turns back only when the lead was never accepted; row 12 does neither. */
function reject(lead: LeadState, { reason, otherRecordId }: LeadEvent<"declined">): Change {
  const answer = ANSWERS[reason.effect];
  const asked = lead.stage === "assigned";
  const repId = ownerOf(lead.holder);
  const turnBack = TURN_BACK_EFFECTS.includes(reason.effect);
  const effects: LeadEffect[] = [...stopClock(lead, "rejected", { bounce: answer.bounce, turnBack })];
  if (reason.effect === "review" && otherRecordId !== null) effects.push({ kind: "open_review", otherRecordId });
  return {
    ...answer.to,
    bounces: lead.bounces + (asked && answer.bounce ? 1 : 0),
    reason: reason.code,
    effects,
    say: { reason: reason.code, repId, otherRecordId },
  };
}

function badReason(code: string): Refusal | null {
  if (code.trim() === "") return refuse("reason_missing");
  return code === MERGED_REASON ? refuse("reason_reserved", { reason: code }) : null;
}
