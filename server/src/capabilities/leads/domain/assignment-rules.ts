import { assignTo, OPEN_STAGES, remember, stopClock } from "./lead-rules.ts";
import type { LeadTable } from "./lead-rules.ts";
import { refuse } from "./lead-move.ts";
import type { LeadEffect } from "./lead-move.ts";
import { inPool, ownedBy, ownerOf } from "./lead-state.ts";
import type { LeadState } from "./lead-state.ts";

/** The third bounce of a cycle goes to people (R-LEAD-4). */
export const BOUNCES_TO_TRIAGE = 3;

/** Rows 6, 6a, 9, 9a and 10: who is asked, and what happens when they do not answer. */
export const assignmentRules: Pick<LeadTable, "routed" | "answer_overdue" | "reassign_overdue" | "given"> = {
  routed: {
    guards: [(lead, { to }) => (to.kind === "sdr" && lead.passedOnBySdr ? refuse("sdr_passed_it_on") : null)],
    rows: [
      {
        row: "6",
        from: ["mql"],
        when: (_, { to }) => to.kind === "rep",
        change: (lead, { to }) => (to.kind === "rep" ? { ...assignTo(lead, to.repId), say: { repId: to.repId } } : {}),
      },
      {
        row: "6a",
        from: ["mql"],
        change: (_, { to }) => {
          const say = { to: to.kind };
          if (to.kind === "sdr") return { stage: "qualifying", holder: inPool("sdr"), say };
          if (to.kind === "nurture") return { stage: "nurturing", holder: inPool("nurture"), say };
          return { holder: inPool("triage"), say };
        },
      },
    ],
  },
  answer_overdue: {
    guards: [(lead) => (lead.breached ? refuse("breach_already_recorded") : null)],
    rows: [{ row: "9", from: ["assigned"], change: (lead) => ({ breached: true, effects: breach(lead) }) }],
  },
  reassign_overdue: {
    guards: [
      (lead, { nextRepId }) =>
        nextRepId !== null && (lead.hadBy.includes(nextRepId) || ownerOf(lead.holder) === nextRepId)
          ? refuse("had_it_in_this_cycle", { repId: nextRepId })
          : null,
    ],
    rows: [
      {
        row: "9a",
        from: ["assigned"],
        change: (lead, { nextRepId }) => {
          const bounces = lead.bounces + 1;
          const ended = [...(lead.breached ? [] : breach(lead)), ...stopClock(lead, "timed_out", { bounce: true })];
          const say = { bounces, formerId: ownerOf(lead.holder), repId: nextRepId };
          if (nextRepId === null || bounces >= BOUNCES_TO_TRIAGE)
            return { stage: "mql", holder: inPool("triage"), bounces, effects: ended, say: { ...say, repId: null } };
          const assignment = assignTo(lead, nextRepId);
          return { ...assignment, bounces, breached: false, effects: [...ended, ...assignment.effects], say };
        },
      },
    ],
  },
  given: {
    guards: [
      (lead, { toId }) =>
        (lead.stage === "assigned" || lead.stage === "sql") && ownerOf(lead.holder) === toId
          ? refuse("already_theirs", { ownerId: toId })
          : null,
    ],
    rows: [
      {
        row: "10",
        from: OPEN_STAGES,
        change: (lead, { byId, toId }) => {
          const ended = stopClock(lead, "reassigned");
          const say = { byId, toId };
          if (byId === toId) {
            return { stage: "sql", holder: ownedBy(toId), hadBy: remember(lead, toId), effects: ended, say };
          }
          const assignment = assignTo(lead, toId);
          return { ...assignment, breached: false, reason: null, effects: [...ended, ...assignment.effects], say };
        },
      },
    ],
  },
};

function breach(lead: LeadState): LeadEffect[] {
  const ownerId = ownerOf(lead.holder);
  if (ownerId === null) return [];
  return [
    { kind: "record_breach", ownerId },
    { kind: "tell_manager", ownerId },
  ];
}
