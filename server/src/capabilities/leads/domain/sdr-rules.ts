import { assignTo, notTheHolder } from "./lead-rules.ts";
import type { LeadTable } from "./lead-rules.ts";
import { refuse } from "./lead-move.ts";
import { inPool, ownedBy, ownerOf } from "./lead-state.ts";

/** Rows 3–5: what an SDR does with a lead that is being qualified. */
export const sdrRules: Pick<LeadTable, "taken" | "given_back" | "passed_on" | "parked" | "park_over"> = {
  taken: {
    guards: [
      (lead) => (lead.holder.kind === "owner" ? refuse("already_taken", { ownerId: lead.holder.ownerId }) : null),
    ],
    rows: [{ row: "3", from: ["qualifying"], change: (_, { personId }) => ({ holder: ownedBy(personId) }) }],
  },
  given_back: {
    guards: [
      (lead) => (ownerOf(lead.holder) === null ? refuse("not_taken") : null),
      (lead, { by }) => notTheHolder(lead, by),
    ],
    rows: [{ row: "3", from: ["qualifying"], change: () => ({ holder: inPool("sdr") }) }],
  },
  passed_on: {
    guards: [(lead, { by }) => notTheHolder(lead, by)],
    rows: [
      {
        row: "4",
        from: ["qualifying"],
        change: (lead, { by, repId }) => {
          const keep = { kind: "keep_answers" } as const;
          const say = { sdrId: by.personId, repId };
          if (repId === null) {
            const effects = [keep, { kind: "route" } as const];
            return { stage: "mql", holder: inPool("triage"), passedOnBySdr: true, effects, say };
          }
          const assignment = assignTo(lead, repId);
          return { ...assignment, passedOnBySdr: true, effects: [keep, ...assignment.effects], say };
        },
      },
    ],
  },
  parked: {
    guards: [
      (lead, { by }) => notTheHolder(lead, by),
      (_, { until, now }) => (until > now ? null : refuse("park_date_not_ahead", { until })),
    ],
    rows: [
      {
        row: "5",
        from: ["qualifying"],
        change: (_, { until }) => ({
          stage: "nurturing",
          holder: inPool("nurture"),
          parkedUntil: until,
          say: { until },
        }),
      },
    ],
  },
  park_over: {
    guards: [
      (lead, { now }) => {
        if (lead.parkedUntil === null) return refuse("not_parked");
        return now < lead.parkedUntil ? refuse("parked_until_later", { until: lead.parkedUntil }) : null;
      },
    ],
    rows: [
      {
        row: "5",
        from: ["nurturing"],
        change: (lead) => ({ stage: "qualifying", holder: inPool("sdr"), say: { until: lead.parkedUntil } }),
      },
    ],
  },
};
