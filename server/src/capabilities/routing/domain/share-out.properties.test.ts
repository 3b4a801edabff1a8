import fc from "fast-check";
import { expect, test } from "vitest";
import type { RoutingMember } from "./routing-member.ts";
import { ENOUGH_DEALS } from "./share-by-method.ts";
import { shareOut } from "./share-out.ts";
import type { ArrivingLead, ShareDecision, ShareProblem, ShareRule } from "./share-problem.ts";

const NOW = 1_000_000;
const PEOPLE = ["陈浩", "王倩", "李航", "何雯", "周子墨"];
const RULES = ["r1", "r2", "r3"];
const limit = fc.option(fc.integer({ min: 1, max: 6 }));
const small = fc.integer({ min: 0, max: 4 });

const memberOf = (personId: string): fc.Arbitrary<RoutingMember> =>
  fc.record({
    personId: fc.constant(personId),
    presence: fc.constantFrom("on_duty", "on_duty", "off_hours", "away"),
    lastTurn: fc.option(fc.record({ at: small, id: fc.constant(`a-${personId}`) })),
    turns: small,
    inHand: small,
    takenToday: small,
    maxInHand: limit,
    maxPerDay: limit,
  });

const ruleOf = (id: string): fc.Arbitrary<ShareRule> =>
  fc.record({
    id: fc.constant(id),
    name: fc.constant(id),
    target: fc.oneof(
      {
        weight: 6,
        arbitrary: fc.record({
          kind: fc.constant("team" as const),
          teamId: fc.constant("华东"),
          method: fc.constantFrom("round_robin", "weighted", "least_loaded", "best_closer"),
          weights: fc.dictionary(fc.constantFrom(...PEOPLE), fc.integer({ min: 0, max: 3 })),
        }),
      },
      {
        weight: 1,
        arbitrary: fc.record({
          kind: fc.constantFrom("sdr" as const, "nurture" as const, "triage" as const),
        }),
      },
      { weight: 1, arbitrary: fc.record({ kind: fc.constant("user" as const), personId: fc.constant("何雯") }) },
    ),
    memberIds: fc.uniqueArray(fc.constantFrom(...PEOPLE), { minLength: 1 }),
    records: fc
      .dictionary(fc.constantFrom(...PEOPLE), fc.record({ won: small, decided: fc.constantFrom(4, 19, 20, 40) }))
      .map((records) => new Map(Object.entries(records))),
    maxInHand: limit,
    maxPerDay: limit,
    otherwise: fc.constantFrom("next_rule", "triage"),
  });

const leadOf = (leadId: string): fc.Arbitrary<ArrivingLead> =>
  fc.record({
    leadId: fc.constant(leadId),
    occurredAt: small,
    importRow: fc.option(fc.integer({ min: 0, max: 9 })),
    ruleIds: fc.subarray(RULES),
    askFirst: fc.option(
      fc.record({
        personId: fc.constantFrom(...PEOPLE, "离职的人"),
        because: fc.constantFrom("customer" as const, "opportunity" as const),
      }),
      { freq: 2 },
    ),
    passedOnBySdr: fc.boolean(),
    notTo: fc.subarray(PEOPLE, { maxLength: 2 }),
  });

const problem: fc.Arbitrary<ShareProblem> = fc.record({
  at: fc.constant(NOW),
  members: fc.tuple(...PEOPLE.map(memberOf)),
  rules: fc.tuple(...RULES.map(ruleOf)),
  leads: fc
    .integer({ min: 0, max: 25 })
    .chain((count) =>
      fc.tuple(...Array.from({ length: count }, (_, index) => leadOf(`l${String(index).padStart(2, "0")}`))),
    ),
});

/** What the assignment rows would say after a decision: the turn is the newest, and one more lead is in hand. */
function afterwards(members: readonly RoutingMember[], { to, leadId }: ShareDecision, step: number): RoutingMember[] {
  return members.map((member) =>
    to.kind === "rep" && member.personId === to.repId
      ? {
          ...member,
          lastTurn: { at: NOW, id: `b-${String(step).padStart(6, "0")}-${leadId}` },
          turns: member.turns + 1,
          inHand: member.inHand + 1,
          takenToday: member.takenToday + 1,
        }
      : member,
  );
}

/** Who the rules say gets one lead, by sorting everybody: the definition, without queues. */
function naiveRep(lead: ArrivingLead, rule: ShareRule, members: readonly RoutingMember[]): string | null {
  const { target } = rule;
  const there = members.filter(({ personId, presence }) => rule.memberIds.includes(personId) && presence !== "away");
  const full = (m: RoutingMember): boolean =>
    [rule.maxInHand, m.maxInHand].some((max) => max !== null && m.inHand >= max) ||
    [rule.maxPerDay, m.maxPerDay].some((max) => max !== null && m.takenToday >= max);
  const can = there.filter((m) => !full(m) && !lead.notTo.includes(m.personId));
  const duty = (m: RoutingMember): number => Number(m.presence === "off_hours");
  const turnAt = (m: RoutingMember): number => m.lastTurn?.at ?? -1;
  const byWaiting = (a: RoutingMember, b: RoutingMember): number =>
    duty(a) - duty(b) ||
    turnAt(a) - turnAt(b) ||
    (a.lastTurn?.id ?? "").localeCompare(b.lastTurn?.id ?? "", "en") ||
    (a.personId < b.personId ? -1 : 1);
  const best = (from: RoutingMember[], by: (a: RoutingMember, b: RoutingMember) => number): RoutingMember | undefined =>
    from.toSorted((a, b) => duty(a) - duty(b) || by(a, b) || byWaiting(a, b))[0];
  if (target.kind !== "team" || target.method === "round_robin") return best(can, () => 0)?.personId ?? null;
  if (target.method === "least_loaded") return best(can, (a, b) => a.inHand - b.inHand)?.personId ?? null;
  if (target.method === "weighted") {
    const weight = (m: RoutingMember): number => target.weights[m.personId] ?? 1;
    const share = (a: RoutingMember, b: RoutingMember): number => (a.turns + 1) * weight(b) - (b.turns + 1) * weight(a);
    return (
      best(
        can.filter((m) => weight(m) > 0),
        share,
      )?.personId ?? null
    );
  }
  const record = (m: RoutingMember) => rule.records.get(m.personId) ?? { won: 0, decided: 0 };
  const proven = (m: RoutingMember): boolean => record(m).decided >= ENOUGH_DEALS;
  const sum = (group: RoutingMember[]): number => group.reduce((total, { turns }) => total + turns, 0);
  const [closers, newcomers] = [there.filter(proven), there.filter((m) => !proven(m))];
  const closer = best(
    can.filter(proven),
    (a, b) => record(b).won * record(a).decided - record(a).won * record(b).decided,
  );
  const newcomer = best(
    can.filter((m) => !proven(m)),
    () => 0,
  );
  if (closer === undefined || newcomer === undefined) return (closer ?? newcomer)?.personId ?? null;
  if (duty(closer) !== duty(newcomer)) return (duty(closer) < duty(newcomer) ? closer : newcomer).personId;
  const due = (sum(newcomers) + 1) * closers.length <= (sum(closers) + 1) * newcomers.length;
  return (due ? newcomer : closer).personId;
}

function naiveTo(lead: ArrivingLead, { rules }: ShareProblem, members: readonly RoutingMember[]): ShareDecision["to"] {
  const owner = members.find(({ personId }) => personId === lead.askFirst?.personId);
  const free = (count: number, max: number | null): boolean => max === null || count < max;
  if (
    owner !== undefined &&
    owner.presence !== "away" &&
    !lead.notTo.includes(owner.personId) &&
    free(owner.inHand, owner.maxInHand) &&
    free(owner.takenToday, owner.maxPerDay)
  )
    return { kind: "rep", repId: owner.personId };
  for (const rule of rules.filter(({ id }) => lead.ruleIds.includes(id))) {
    if (rule.target.kind === "triage") break;
    if (rule.target.kind === "nurture") return { kind: "nurture" };
    if (rule.target.kind === "sdr") {
      if (!lead.passedOnBySdr) return { kind: "sdr" };
      continue;
    }
    const repId = naiveRep(lead, rule, members);
    if (repId !== null) return { kind: "rep", repId };
    if (rule.otherwise === "triage") break;
  }
  return { kind: "nobody" };
}

test("a batch is shared out exactly as its leads arriving one by one", () => {
  fc.assert(
    fc.property(problem, (whole) => {
      const batch = shareOut(whole);
      let { members } = whole;
      batch.forEach((decision, step) => {
        const lead = whole.leads.find(({ leadId }) => leadId === decision.leadId);
        if (lead === undefined) throw new Error("a decision about a lead that did not arrive");
        const single = shareOut({ ...whole, members, leads: [lead] });
        expect(single).toEqual([decision]);
        members = afterwards(members, decision, step);
      });
    }),
    { numRuns: 1000 },
  );
});

test("every decision is the one of the definition", () => {
  fc.assert(
    fc.property(problem, (whole) => {
      let { members } = whole;
      shareOut(whole).forEach((decision, step) => {
        const lead = whole.leads.find(({ leadId }) => leadId === decision.leadId);
        if (lead === undefined) throw new Error("a decision about a lead that did not arrive");
        expect(decision.to).toEqual(naiveTo(lead, whole, members));
        members = afterwards(members, decision, step);
      });
    }),
    { numRuns: 1000 },
  );
});

test("every lead is decided once, no limit is passed, and nobody away or who had it is asked", () => {
  fc.assert(
    fc.property(problem, (whole) => {
      const decisions = shareOut(whole);
      expect(decisions.map(({ leadId }) => leadId).toSorted()).toEqual(
        whole.leads.map(({ leadId }) => leadId).toSorted(),
      );
      for (const { personId, presence, inHand, maxInHand, takenToday, maxPerDay } of whole.members) {
        const got = decisions.filter(({ to }) => to.kind === "rep" && to.repId === personId);
        if (presence === "away") expect(got).toEqual([]);
        if (got.length > 0 && maxInHand !== null) expect(inHand + got.length).toBeLessThanOrEqual(maxInHand);
        if (got.length > 0 && maxPerDay !== null) expect(takenToday + got.length).toBeLessThanOrEqual(maxPerDay);
        for (const { leadId } of got)
          expect(whole.leads.find((lead) => lead.leadId === leadId)?.notTo).not.toContain(personId);
      }
      for (const { because } of decisions) expect(because.length).toBeGreaterThan(0);
    }),
    { numRuns: 1000 },
  );
});
