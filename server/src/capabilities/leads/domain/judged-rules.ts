import type { LeadTable } from "./lead-rules.ts";
import { refuse } from "./lead-move.ts";
import { inPool } from "./lead-state.ts";
import type { LeadState } from "./lead-state.ts";
import type { LeadEvent } from "./lead-event.ts";

/** A version that comes into force judges only these (R-STD-6); further on a lead keeps the grade that brought it there. */
const JUDGED_BY_A_NEW_STANDARD = ["raw", "nurturing", "qualifying"];

/**
 * Whether a judgement may take the lead out of the nurture pool. A touch always may (row 16). Time alone may not: a lead a
 * rep rejected an hour ago is still in its good cell, and would bounce straight back. A new standard may, unless a person
 * put the lead there with a reason or a date.
 */
function leavesNurture(lead: LeadState, cause: LeadEvent<"judged">["cause"]): boolean {
  if (lead.stage !== "nurturing" || cause === "touch") return true;
  const placedByPerson = lead.group === "warm" || lead.group === "cold" || lead.parkedUntil !== null;
  return cause === "standard" && !placedByPerson;
}

/** Rows 2–2c, and rows 16–16a by which a new touch wakes a lead. */
export const judgedRules: Pick<LeadTable, "judged" | "touched"> = {
  judged: {
    guards: [
      (lead, { cause }) =>
        cause === "standard" && !JUDGED_BY_A_NEW_STANDARD.includes(lead.stage)
          ? refuse("keeps_its_grade", { stage: lead.stage })
          : null,
    ],
    rows: [
      {
        row: "2",
        from: ["raw", "nurturing", "qualifying"],
        when: (lead, { destination, cause }) =>
          destination === "mql" && lead.holder.kind === "pool" && leavesNurture(lead, cause),
        change: (lead, { cause }) => ({
          stage: "mql",
          holder: inPool("triage"),
          effects: [{ kind: "route" }],
          say: { cause, woken: lead.stage === "nurturing" },
        }),
      },
      {
        row: "2a",
        from: ["raw", "nurturing"],
        when: (lead, { destination, cause }) => destination === "qualify" && leavesNurture(lead, cause),
        change: (lead, { cause }) => ({
          stage: "qualifying",
          holder: inPool("sdr"),
          say: { cause, woken: lead.stage === "nurturing" },
        }),
      },
      {
        row: "2b",
        from: ["raw"],
        when: (_, { destination }) => destination === "nurture" || destination === "hold",
        change: (_, { destination }) => ({
          stage: "nurturing",
          holder: inPool("nurture"),
          group: destination === "hold" ? "hold" : null,
          say: { destination },
        }),
      },
      {
        row: "2c",
        from: ["raw", "nurturing", "qualifying", "mql", "assigned", "sql", "converted", "disqualified"],
        change: (lead, { destination }) => ({
          // 不跟进 lasts until the lead's cell says something else; a judgement never puts a lead into it from here.
          group: lead.group === "hold" && destination !== "hold" ? null : lead.group,
          say: { destination },
        }),
      },
    ],
  },
  touched: {
    guards: [
      (lead, { openLeadExists }) =>
        lead.stage === "disqualified" && openLeadExists ? refuse("open_lead_exists") : null,
      (lead, { wakes }) =>
        lead.stage === "disqualified" && (!wakes || lead.mergedIntoId !== null)
          ? refuse("does_not_wake", { reason: lead.reason })
          : null,
    ],
    rows: [
      { row: "16", from: ["nurturing"], change: () => ({ effects: [{ kind: "judge" }] }) },
      {
        row: "16a",
        from: ["disqualified"],
        change: (lead) => ({
          stage: "raw",
          holder: inPool("sdr"),
          cycle: lead.cycle + 1,
          effects: [{ kind: "judge" }],
          say: { reason: lead.reason },
        }),
      },
    ],
  },
};
