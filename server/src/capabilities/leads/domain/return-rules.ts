import { MERGED_REASON } from "@tongzhou/contract/lead-stages";
import { OPEN_STAGES, remember, stopClock } from "./lead-rules.ts";
import type { LeadTable } from "./lead-rules.ts";
import { refuse } from "./lead-move.ts";
import type { Change, LeadEffect, Refusal } from "./lead-move.ts";
import { inPool, inPublicPool, isOpen, ownedBy, ownerOf } from "./lead-state.ts";
import { mayHold } from "./stage-holders.ts";

/** Rows 13–15 and 18: how leads come back, are claimed, meet another lead, and change hands when people leave. */
export const returnRules: Pick<
  LeadTable,
  "idle" | "claimed" | "merged_away" | "unmerged" | "opportunity_lost" | "owner_left"
> = {
  idle: {
    guards: [
      (lead) => (ownerOf(lead.holder) === null ? refuse("not_taken") : null),
      (lead, event) => (lead.stage === "sql" ? teamMissing(event) : null),
    ],
    rows: [
      {
        row: "13",
        from: ["sql", "qualifying"],
        change: (lead, { destination, teamId }) => {
          const ownerId = ownerOf(lead.holder);
          const effects: LeadEffect[] = ownerId === null ? [] : [{ kind: "cool_down", ownerId }];
          const back: Change = lead.stage === "sql" ? returnTo(destination, teamId) : { holder: inPool("sdr") };
          return { ...back, effects, say: { formerId: ownerId, destination } };
        },
      },
    ],
  },
  claimed: {
    guards: [
      (lead) =>
        lead.holder.kind === "pool" && lead.holder.pool === "public"
          ? null
          : refuse("not_in_public_pool", { ownerId: ownerOf(lead.holder) }),
    ],
    rows: [
      {
        row: "13a",
        from: ["mql", "raw"],
        change: (lead, { personId }) => ({
          stage: "sql",
          holder: ownedBy(personId),
          hadBy: remember(lead, personId),
          say: { repId: personId },
        }),
      },
    ],
  },
  merged_away: {
    rows: [
      {
        row: "14",
        from: OPEN_STAGES,
        change: (lead, { intoLeadId }) => ({
          stage: "disqualified",
          holder: inPool("invalid"),
          reason: MERGED_REASON,
          mergedIntoId: intoLeadId,
          effects: stopClock(lead, "withdrawn"),
          say: { intoLeadId },
        }),
      },
    ],
  },
  unmerged: {
    guards: [
      (lead) => (lead.mergedIntoId === null ? refuse("not_merged") : null),
      (_, { before }) =>
        isOpen(before.stage) && mayHold(before.stage, before.holder)
          ? null
          : refuse("holder_not_allowed", { stage: before.stage }),
    ],
    rows: [
      {
        row: "14",
        from: ["disqualified"],
        // Merging did not begin an episode and unmerging does not either. It stopped the clock, though: who was asked is asked
        // anew, with the whole time, and it costs no second turn.
        change: (lead, { before }) => ({
          ...before,
          cycle: lead.cycle,
          breached: false,
          effects: before.stage === "assigned" ? restartClock(ownerOf(before.holder)) : [],
        }),
      },
    ],
  },
  opportunity_lost: {
    guards: [(_, event) => (event.openLeadExists ? null : teamMissing(event))],
    rows: [
      {
        row: "15",
        from: ["converted"],
        when: (_, { openLeadExists }) => openLeadExists,
        change: () => ({ effects: [{ kind: "note" }], say: { openLeadExists: true } }),
      },
      {
        row: "15",
        from: ["converted"],
        change: (lead, { destination, teamId }) => ({
          ...returnTo(destination, teamId),
          cycle: lead.cycle + 1,
          say: { destination, openLeadExists: false },
        }),
      },
    ],
  },
  owner_left: {
    guards: [
      (lead) => (ownerOf(lead.holder) === null ? refuse("not_taken") : null),
      (_, { successorId }) => (successorId === null ? refuse("successor_missing") : null),
      (lead, { successorId }) =>
        ownerOf(lead.holder) === successorId ? refuse("already_theirs", { ownerId: successorId }) : null,
    ],
    rows: [
      {
        row: "18",
        from: ["qualifying", "assigned", "sql", "converted"],
        change: (lead, { successorId }) => {
          if (successorId === null) return {};
          const restart = lead.stage === "assigned" ? restartClock(successorId) : [];
          return {
            holder: ownedBy(successorId),
            hadBy: lead.stage === "assigned" || lead.stage === "sql" ? remember(lead, successorId) : lead.hadBy,
            breached: false,
            effects: [...stopClock(lead, "reassigned"), ...restart, { kind: "tell_owner", ownerId: successorId }],
            say: { formerId: ownerOf(lead.holder), successorId },
          };
        },
      },
    ],
  },
};

const restartClock = (ownerId: string | null): LeadEffect[] =>
  ownerId === null ? [] : [{ kind: "start_clock", ownerId, usesTurn: false }];

function returnTo(destination: "public" | "nurture", teamId: string | null): Change {
  return destination === "public" && teamId !== null
    ? { stage: "mql", holder: inPublicPool(teamId) }
    : { stage: "nurturing", holder: inPool("nurture") };
}

function teamMissing(event: { destination: "public" | "nurture"; teamId: string | null }): Refusal | null {
  return event.destination === "public" && event.teamId === null ? refuse("team_missing") : null;
}
