import { describe, expect, test } from "vitest";
import type { RoutingMember } from "./routing-member.ts";
import { shareOut } from "./share-out.ts";
import type { ArrivingLead, ShareDecision, ShareProblem, ShareRule } from "./share-problem.ts";

const NOW = Date.UTC(2025, 10, 21, 1);

const member = (personId: string, facts: Partial<RoutingMember> = {}): RoutingMember => ({
  personId,
  presence: "on_duty",
  lastTurn: null,
  turns: 0,
  inHand: 0,
  takenToday: 0,
  maxInHand: null,
  maxPerDay: null,
  ...facts,
});
const lead = (leadId: string, facts: Partial<ArrivingLead> = {}): ArrivingLead => ({
  leadId,
  occurredAt: 0,
  importRow: null,
  ruleIds: ["华东石化"],
  askFirst: null,
  passedOnBySdr: false,
  notTo: [],
  ...facts,
});
const leads = (count: number, facts: Partial<ArrivingLead> = {}): ArrivingLead[] =>
  Array.from({ length: count }, (_, row) => lead(`l${row}`, { importRow: row, ...facts }));
const rule = (facts: Partial<ShareRule> = {}): ShareRule => ({
  id: "华东石化",
  name: "华东石化",
  target: { kind: "team", teamId: "华东", method: "round_robin", weights: {} },
  memberIds: ["陈浩", "王倩", "李航"],
  records: new Map(),
  maxInHand: null,
  maxPerDay: null,
  otherwise: "next_rule",
  ...facts,
});
const method = (name: "weighted" | "least_loaded" | "best_closer", weights: Record<string, number> = {}) =>
  ({ kind: "team", teamId: "华东", method: name, weights }) as const;
const share = (problem: Partial<ShareProblem>): ShareDecision[] =>
  shareOut({
    at: NOW,
    leads: [lead("刘建国")],
    rules: [rule()],
    members: ["陈浩", "王倩", "李航"].map((name) => member(name)),
    ...problem,
  });
const given = (decisions: readonly ShareDecision[]): string =>
  decisions.map(({ to }) => (to.kind === "rep" ? to.repId : to.kind)).join(" ");
const codes = (decision: ShareDecision | undefined): string[] => decision?.because.map(({ code }) => code) ?? [];

describe("how a team shares", () => {
  test("by turns, from who has waited longest", () => {
    const members = [
      member("陈浩", { lastTurn: { at: 3, id: "c" } }),
      member("王倩", { lastTurn: { at: 1, id: "a" } }),
      member("李航", { lastTurn: { at: 2, id: "b" } }),
    ];
    const decisions = share({ leads: leads(4), members });
    expect(given(decisions)).toBe("王倩 李航 陈浩 王倩");
    expect(decisions[0]).toMatchObject({
      ruleId: "华东石化",
      because: [{ code: "routed.round_robin", params: { rule: "华东石化", repId: "王倩", waitedSince: 1 } }],
    });
    expect(decisions[3]?.because[0]?.params["waitedSince"]).toBe(NOW);
  });
  test("in proportion: a newcomer with half a weight gets half as many", () => {
    const rules = [rule({ target: method("weighted", { 陈浩: 2, 王倩: 2, 李航: 1 }) })];
    const counts = new Map<string, number>();
    for (const name of given(share({ leads: leads(50), rules })).split(" "))
      counts.set(name, (counts.get(name) ?? 0) + 1);
    expect(Object.fromEntries(counts)).toEqual({ 陈浩: 20, 王倩: 20, 李航: 10 });
  });
  test("a weight of none gets none", () => {
    const rules = [rule({ target: method("weighted", { 陈浩: 0, 王倩: 1 }), memberIds: ["陈浩", "王倩"] })];
    expect(given(share({ leads: leads(3), rules }))).toBe("王倩 王倩 王倩");
  });
  test("to the one with the fewest in hand", () => {
    const members = [member("陈浩", { inHand: 2 }), member("王倩", { inHand: 0 }), member("李航", { inHand: 1 })];
    const decisions = share({ leads: leads(4), members, rules: [rule({ target: method("least_loaded") })] });
    expect(given(decisions)).toBe("王倩 李航 王倩 陈浩");
    expect(decisions[0]?.because).toEqual([
      { code: "routed.least_loaded", params: { rule: "华东石化", repId: "王倩", inHand: 0 } },
    ]);
  });
  test("to the best closer of the segment, with the evidence", () => {
    const records = new Map([
      ["陈浩", { won: 16, decided: 52 }],
      ["王倩", { won: 11, decided: 44 }],
      ["李航", { won: 7, decided: 37 }],
    ]);
    const rules = [rule({ target: method("best_closer"), records, maxPerDay: 2 })];
    const decisions = share({ leads: leads(5), rules });
    expect(given(decisions)).toBe("陈浩 陈浩 王倩 王倩 李航");
    expect(decisions[0]?.because).toEqual([
      { code: "routed.best_closer", params: { rule: "华东石化", repId: "陈浩", won: 16, decided: 52 } },
    ]);
  });
  test("who has too few deals gets an even share by turns until there is evidence", () => {
    const records = new Map([
      ["陈浩", { won: 16, decided: 52 }],
      ["王倩", { won: 5, decided: 19 }],
      ["李航", { won: 7, decided: 37 }],
    ]);
    const decisions = share({ leads: leads(6), rules: [rule({ target: method("best_closer"), records })] });
    expect(given(decisions)).toBe("陈浩 王倩 陈浩 陈浩 王倩 陈浩");
    expect(decisions[1]?.because).toEqual([
      {
        code: "routed.gathering_evidence",
        params: { rule: "华东石化", repId: "王倩", won: 5, decided: 19, enough: 20 },
      },
    ]);
  });
  test("without any evidence the best closer is plain turns", () => {
    expect(given(share({ leads: leads(4), rules: [rule({ target: method("best_closer") })] }))).toBe(
      "李航 王倩 陈浩 李航",
    );
  });
});

describe("what always applies", () => {
  test("leave is skipped and the turn waits", () => {
    const members = [member("陈浩", { presence: "away" }), member("王倩"), member("李航")];
    expect(given(share({ leads: leads(3), members }))).toBe("李航 王倩 李航");
  });
  test("who is off duty is asked only when nobody is on", () => {
    const night = (personId: string) => member(personId, { presence: "off_hours" });
    const members = [night("陈浩"), night("王倩"), member("李航", { lastTurn: { at: 9, id: "z" } })];
    expect(given(share({ leads: leads(2), members }))).toBe("李航 李航");
    expect(given(share({ leads: leads(2), members: members.slice(0, 2) }))).toBe("王倩 陈浩");
  });
  test("limits of the rule and of the person hold, then the next rule is tried", () => {
    const members = [member("陈浩", { inHand: 9 }), member("王倩", { maxPerDay: 1 }), member("李航", { inHand: 10 })];
    const rules = [
      rule({ maxInHand: 10 }),
      rule({ id: "其余", name: "其余", target: { kind: "nurture" }, memberIds: [] }),
    ];
    const decisions = share({ leads: leads(3, { ruleIds: ["华东石化", "其余"] }), members, rules });
    expect(given(decisions)).toBe("王倩 陈浩 nurture");
    expect(codes(decisions[2])).toEqual(["routed.all_full", "routed.nurture_pool"]);
  });
  test("a rule may send what it cannot place to triage", () => {
    const rules = [rule({ otherwise: "triage", maxInHand: 1 })];
    const members = [member("陈浩", { inHand: 1 })];
    const [decision] = share({ members, rules });
    expect(decision).toMatchObject({ to: { kind: "nobody" }, ruleId: "华东石化" });
    expect(codes(decision)).toEqual(["routed.all_full", "routed.triage"]);
  });
  test("without a rule, or without people, it is triage that decides", () => {
    expect(codes(share({ leads: [lead("刘建国", { ruleIds: [] })] })[0])).toEqual(["routed.no_rule"]);
    expect(codes(share({ members: [] })[0])).toEqual(["routed.nobody_there", "routed.no_rule"]);
  });
  test("the SDR pool does not get back what an SDR passed on", () => {
    const rules = [rule({ id: "sdr", name: "先清洗", target: { kind: "sdr" }, memberIds: [] }), rule()];
    const arriving = lead("a", { ruleIds: ["sdr", "华东石化"] });
    expect(given(share({ leads: [arriving], rules }))).toBe("sdr");
    const passedOn = share({ leads: [{ ...arriving, passedOnBySdr: true }], rules });
    expect(codes(passedOn[0])).toEqual(["routed.sdr_passed_it_on", "routed.round_robin"]);
  });
  test("nobody who had it in this cycle is asked, and keeps his place", () => {
    const arriving = [lead("a", { notTo: ["李航"] }), lead("b", { importRow: 1 })];
    expect(given(share({ leads: arriving }))).toBe("王倩 李航");
  });
});

describe("the owner first", () => {
  const asked = (facts: Partial<ArrivingLead> = {}) =>
    lead("a", { askFirst: { personId: "王倩", because: "customer" }, ...facts });
  test("the owner of the customer is asked before all rules, and it uses his turn", () => {
    const decisions = share({ leads: [asked(), lead("b", { importRow: 1 }), lead("c", { importRow: 2 })] });
    expect(given(decisions)).toBe("王倩 李航 陈浩");
    expect(decisions[0]).toMatchObject({
      ruleId: null,
      because: [{ code: "routed.owner_first", params: { repId: "王倩", why: "customer" } }],
    });
  });
  test("an owner on leave, full, or who had it, is passed over with the reason", () => {
    const away = [member("陈浩"), member("王倩", { presence: "away" })];
    expect(codes(share({ leads: [asked()], members: away })[0])[0]).toBe("routed.owner_away");
    const full = [member("陈浩"), member("王倩", { inHand: 5, maxInHand: 5 })];
    expect(codes(share({ leads: [asked()], members: full })[0])[0]).toBe("routed.owner_full");
    expect(codes(share({ leads: [asked({ notTo: ["王倩"] })] })[0])[0]).toBe("routed.owner_had_it");
  });
});

test("the order of arrival is the instant, then the row of the import", () => {
  const arriving = [
    lead("晚", { occurredAt: 2 }),
    lead("二", { occurredAt: 1, importRow: 2 }),
    lead("一", { occurredAt: 1, importRow: 1 }),
  ];
  expect(share({ leads: arriving }).map(({ leadId }) => leadId)).toEqual(["一", "二", "晚"]);
});

test("a rule nobody listed is a mistake", () => {
  expect(() => share({ leads: [lead("a", { ruleIds: ["没有"] })] })).toThrow(/没有/);
});
