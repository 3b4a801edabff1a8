import { LEAD_STAGES, REJECT_EFFECTS } from "@tongzhou/contract/lead-stages";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { BOUNCES_TO_TRIAGE } from "./assignment-rules.ts";
import { decideMove, LEAD_TABLE } from "./decide-move.ts";
import { enterLead } from "./enter-lead.ts";
import type { LeadEvent } from "./lead-event.ts";
import type { LifecycleRow } from "./lead-move.ts";
import { inPool, ownedBy, ownerOf, sameHolder } from "./lead-state.ts";
import type { LeadState } from "./lead-state.ts";
import { mayHold } from "./stage-holders.ts";

const RUNS = 200;
/** As many as it takes to pass through the rarest row. */
const LIVES = 500;

const person = fc.constantFrom("陈浩", "王倩", "周敏", "赵磊");
const by = fc.record({ personId: person, mayActForHolder: fc.boolean() });
const team = fc.option(fc.constantFrom("华东", "华北"));
const instant = fc.integer({ min: 0, max: 2 });
const reasonCode = fc.constantFrom("not_ready", "wrong_match", "invalid", "merged", "");

const neverMerged: LeadState = {
  stage: "raw",
  holder: inPool("sdr"),
  cycle: 1,
  bounces: 0,
  group: null,
  parkedUntil: null,
  reason: null,
  mergedIntoId: null,
  passedOnBySdr: false,
  hadBy: [],
  breached: false,
};

const event: fc.Arbitrary<LeadEvent> = fc.oneof(
  fc.record({
    kind: fc.constant("judged" as const),
    destination: fc.constantFrom("mql", "qualify", "nurture", "hold"),
    cause: fc.constantFrom("capture", "touch", "decay", "standard"),
  }),
  fc.record({ kind: fc.constant("touched" as const), wakes: fc.boolean(), openLeadExists: fc.boolean() }),
  fc.record({ kind: fc.constant("taken" as const), personId: person }),
  fc.record({ kind: fc.constant("given_back" as const), by }),
  fc.record({ kind: fc.constant("passed_on" as const), by, repId: fc.option(person) }),
  fc.record({ kind: fc.constant("parked" as const), by, until: instant, now: instant }),
  fc.record({ kind: fc.constant("park_over" as const), now: instant }),
  fc.record({
    kind: fc.constant("routed" as const),
    to: fc.oneof(
      fc.record({ kind: fc.constant("rep" as const), repId: person }),
      fc.record({ kind: fc.constantFrom("sdr" as const, "nurture" as const, "nobody" as const) }),
    ),
  }),
  fc.record({ kind: fc.constant("accepted" as const), by }),
  fc.record({
    kind: fc.constant("declined" as const),
    by,
    reason: fc.record({ code: reasonCode, effect: fc.constantFrom(...REJECT_EFFECTS) }),
    otherRecordId: fc.option(fc.constant("另一条")),
  }),
  fc.record({ kind: fc.constant("answer_overdue" as const) }),
  fc.record({ kind: fc.constant("reassign_overdue" as const), nextRepId: fc.option(person) }),
  fc.record({ kind: fc.constant("given" as const), byId: person, toId: person }),
  fc.record({
    kind: fc.constant("converted" as const),
    by,
    opportunityOwnerId: person,
    accountConfirmed: fc.boolean(),
  }),
  fc.record({ kind: fc.constant("opportunity_given" as const), ownerId: person }),
  fc.record({ kind: fc.constant("idle" as const), destination: fc.constantFrom("public", "nurture"), teamId: team }),
  fc.record({ kind: fc.constant("claimed" as const), personId: person }),
  fc.record({ kind: fc.constant("merged_away" as const), intoLeadId: fc.constant("另一条") }),
  fc.record({ kind: fc.constant("unmerged" as const), before: fc.constant(neverMerged) }),
  fc.record({
    kind: fc.constant("opportunity_lost" as const),
    destination: fc.constantFrom("public", "nurture"),
    teamId: team,
    openLeadExists: fc.boolean(),
  }),
  fc.record({ kind: fc.constant("disqualified" as const), by, reason: reasonCode }),
  fc.record({ kind: fc.constant("owner_left" as const), successorId: fc.option(person) }),
);

interface Life {
  states: LeadState[];
  ledger: LifecycleRow[];
  rows: string[];
  /** Bounces by the ends of assignments, in the last cycle. */
  bounces: number;
}

/** Lives a lead through the events and answers every state it was in, and every ledger row. */
function live(events: readonly LeadEvent[]): Life {
  const entered = enterLead({ kind: "captured", openLeadId: null, standardInForce: true });
  if (entered.outcome === "refused") throw new Error(entered.code);
  const states = [entered.lead];
  const ledger = [...entered.lifecycle];
  const rows: string[] = [entered.row];
  let lead = entered.lead;
  let beforeMerging = lead;
  let bounces = 0;
  for (const one of events) {
    const decision = decideMove(lead, one.kind === "unmerged" ? { ...one, before: beforeMerging } : one);
    if (decision.outcome === "refused") continue;
    if (one.kind === "merged_away") beforeMerging = lead;
    if (one.kind === "unmerged") expect(decision.lead).toEqual({ ...beforeMerging, breached: false });
    if (decision.lead.cycle > lead.cycle) bounces = 0;
    bounces += decision.effects.filter((effect) => effect.kind === "stop_clock" && effect.bounce).length;
    lead = decision.lead;
    states.push(lead);
    ledger.push(...decision.lifecycle);
    rows.push(decision.row);
  }
  return { states, ledger, rows, bounces };
}

const life = fc.array(event, { maxLength: 200, size: "max" });

test("the random lives below pass through every row of the table", () => {
  const lives = fc.sample(life, { numRuns: LIVES, seed: 20251121 });
  const seen = new Set(lives.flatMap((events) => live(events).rows));
  const entered = ["1"];
  const expected = Object.values(LEAD_TABLE).flatMap((rules) => rules.rows.map(({ row }) => row));
  expect([...seen].toSorted()).toEqual([...new Set([...entered, ...expected])].toSorted());
});

describe("any sequence of events", () => {
  test("leaves every lead with exactly one holder its stage allows", () => {
    fc.assert(
      fc.property(life, (events) => {
        for (const { stage, holder } of live(events).states) expect(mayHold(stage, holder)).toBe(true);
      }),
      { numRuns: RUNS },
    );
  });

  test("keeps what belongs to a stage with that stage", () => {
    fc.assert(
      fc.property(life, (events) => {
        for (const lead of live(events).states) {
          if (lead.stage !== "nurturing") expect([lead.group, lead.parkedUntil]).toEqual([null, null]);
          if (lead.stage !== "assigned") expect(lead.breached).toBe(false);
          if (lead.stage === "disqualified") expect(lead.reason).not.toBeNull();
          expect(lead.mergedIntoId !== null).toBe(lead.reason === "merged");
        }
      }),
      { numRuns: RUNS },
    );
  });

  test("chains the ledger without gaps, stage and holder alike, ending where the lead is", () => {
    fc.assert(
      fc.property(life, (events) => {
        const { ledger, states } = live(events);
        for (const [index, row] of ledger.entries()) {
          const before = ledger[index - 1];
          expect(row.from).toBe(before?.to ?? null);
          expect(row.holderFrom).toEqual(before?.holderTo ?? null);
          if (before !== undefined && row.from === row.to)
            expect(sameHolder(before.holderTo, row.holderTo)).toBe(false);
        }
        expect(ledger.at(-1)?.to).toBe(states.at(-1)?.stage);
        expect(ledger.at(-1)?.holderTo).toEqual(states.at(-1)?.holder);
      }),
      { numRuns: RUNS },
    );
  });

  test("lets the cycle grow only by rows 15 and 16a, one at a time", () => {
    fc.assert(
      fc.property(life, (events) => {
        const { ledger } = live(events);
        for (const [index, row] of ledger.entries()) {
          const grown = row.cycle - (ledger[index - 1]?.cycle ?? 1);
          expect(grown).toBe(row.row === "15" || row.row === "16a" ? 1 : 0);
        }
      }),
      { numRuns: RUNS },
    );
  });

  test("sends the third bounce to triage: the clock never asks a fourth", () => {
    fc.assert(
      fc.property(life, (events) => {
        const { states, rows } = live(events);
        for (const [index, lead] of states.entries()) {
          const bounced = lead.bounces - (states[index - 1]?.bounces ?? 0);
          if (bounced <= 0) continue;
          expect(["8", "9a"]).toContain(rows[index]);
          expect(bounced).toBe(1);
          if (lead.bounces >= BOUNCES_TO_TRIAGE) expect(lead).toMatchObject({ stage: "mql", holder: inPool("triage") });
        }
      }),
      { numRuns: RUNS },
    );
  });

  test("leaves a ledger from which the cycle's facts can be derived: who had it, the SDR's passing on, the bounces", () => {
    fc.assert(
      fc.property(life, (events) => {
        const { states, ledger, bounces } = live(events);
        const last = states.at(-1);
        const ofCycle = ledger.filter(({ cycle }) => cycle === last?.cycle);
        const owners = ofCycle
          .filter(({ to }) => to === "assigned" || to === "sql")
          .map(({ holderTo }) => ownerOf(holderTo));
        expect(last?.hadBy).toEqual([...new Set(owners)]);
        expect(last?.passedOnBySdr).toBe(ofCycle.some(({ row }) => row === "4"));
        expect(last?.bounces).toBe(bounces);
      }),
      { numRuns: RUNS },
    );
  });

  test("starts a clock with every lead that waits for an answer, and stops it when it no longer does", () => {
    fc.assert(
      fc.property(life, (events) => {
        const entered = enterLead({ kind: "captured", openLeadId: null, standardInForce: true });
        if (entered.outcome === "refused") throw new Error(entered.code);
        let { lead } = entered;
        let running: string | null = null;
        let beforeMerging = lead;
        for (const one of events) {
          const decision = decideMove(lead, one.kind === "unmerged" ? { ...one, before: beforeMerging } : one);
          if (decision.outcome === "refused") continue;
          if (one.kind === "merged_away") beforeMerging = lead;
          for (const effect of decision.effects) {
            if (effect.kind === "stop_clock") {
              expect(effect.ownerId).toBe(running);
              running = null;
            }
            if (effect.kind === "start_clock") {
              expect(running).toBeNull();
              running = effect.ownerId;
            }
          }
          ({ lead } = decision);
          expect(running).toBe(lead.stage === "assigned" ? ownerOf(lead.holder) : null);
        }
      }),
      { numRuns: RUNS },
    );
  });
});

test("a refusal changes nothing and names what stood in the way", () => {
  const frozen = Object.freeze({ ...neverMerged, hadBy: Object.freeze([]) as readonly string[] });
  fc.assert(
    fc.property(event, fc.constantFrom(...LEAD_STAGES), (one, stage) => {
      const holder = mayHold(stage, ownedBy("陈浩"))
        ? ownedBy("陈浩")
        : (["sdr", "nurture", "triage", "invalid"] as const).map(inPool).find((pool) => mayHold(stage, pool));
      if (holder === undefined) throw new Error(`no holder for ${stage}`);
      const lead = Object.freeze({ ...frozen, stage, holder });
      const copy = structuredClone(lead);
      const decision = decideMove(lead, one);
      expect(lead).toEqual(copy);
      if (decision.outcome === "refused") expect(decision.code).not.toBe("");
    }),
    { numRuns: RUNS },
  );
});
