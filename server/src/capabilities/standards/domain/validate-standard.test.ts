import { LeadStandard } from "@tongzhou/contract/lead-standard";
import { describe, expect, test } from "vitest";
import { defaultStandard } from "./default-standard.ts";
import { validateStandard } from "./validate-standard.ts";

const problemsOf = (change: Partial<LeadStandard>): string[] =>
  validateStandard({ ...defaultStandard(), ...change }).map(
    ({ path, code, severity }) => `${severity} ${path} ${code}`,
  );
const shipped = defaultStandard();
const [fitRule] = shipped.fitRules;
const [engagementRule] = shipped.engagementRules;
const [set] = shipped.questionSets;
const [times] = shipped.responseTimes;
if (!fitRule || !engagementRule || !set || !times) throw new Error("the shipped standard is complete");

describe("the shipped draft", () => {
  test("has nothing wrong with it and is the shape of the contract", () => {
    expect(validateStandard(shipped)).toEqual([]);
    expect(LeadStandard.parse(shipped)).toEqual(shipped);
  });
  test("sends only A1 straight to a rep", () => {
    const straight = Object.entries(shipped.matrix).filter(([, destination]) => destination === "mql");
    expect(straight).toEqual([["A1", "mql"]]);
  });
  test("knows the five reasons of the agreement", () => {
    expect(shipped.rejectReasons.map(({ code, effect, wakes }) => [code, effect, wakes])).toEqual([
      ["not_ready", "nurture_warm", true],
      ["wrong_match", "triage", true],
      ["no_interest", "nurture_cold", true],
      ["invalid", "disqualify", false],
      ["duplicate", "review", false],
    ]);
  });
});

describe("what is wrong is named with its path", () => {
  test("a cell nobody painted, and a matrix that lets nobody pass", () => {
    const { B2: _, ...matrix } = shipped.matrix;
    expect(problemsOf({ matrix })).toEqual(["error /matrix/B2 cell_not_painted"]);
    expect(problemsOf({ matrix: {} })).toContain("error /matrix nobody_passes");
  });
  test("borders that do not descend", () => {
    expect(problemsOf({ fitBorders: { A: 50, B: 50, C: 25 } })).toEqual(["error /fitBorders/B border_not_below"]);
    expect(problemsOf({ engagementBorders: { 1: 60, 2: 30, 3: 31 } })).toEqual([
      "error /engagementBorders/3 border_not_below",
    ]);
  });
  test("borders nobody can reach", () => {
    expect(problemsOf({ fitBorders: { A: 101, B: 50, C: 25 } })).toEqual(["warning /fitBorders/A grade_out_of_reach"]);
    expect(problemsOf({ engagementRules: [engagementRule], engagementBorders: { 1: 61, 2: 30, 3: 10 } })).toEqual([
      "warning /engagementBorders/1 grade_out_of_reach",
    ]);
  });
  test.each([
    [{ halfLifeDays: 0 }, "error /engagementRules/0/halfLifeDays half_life_too_short"],
    [{ halfLifeDays: 3651 }, "error /engagementRules/0/halfLifeDays half_life_too_long"],
    [{ cap: 0 }, "error /engagementRules/0/cap cap_out_of_range"],
    [{ cap: 29 }, "warning /engagementRules/0/cap cap_below_one_touch"],
    [{ cap: null }, "warning /engagementRules/0/cap cap_missing"],
    [{ points: 101, cap: 200 }, "error /engagementRules/0/points points_out_of_range"],
    [{ points: 0 }, "warning /engagementRules/0/points counts_nothing"],
    [{ touchKind: null }, "warning /engagementRules/0 meets_every_touch"],
    [{ name: " " }, "error /engagementRules/0/name name_missing"],
  ])("engagement rule %o", (change, problem) => {
    const rules = [{ ...engagementRule, ...change }, ...shipped.engagementRules.slice(1)];
    expect(problemsOf({ engagementRules: rules })).toEqual([problem]);
  });
  test("a rule that does not decay is allowed", () => {
    const rules = [{ ...engagementRule, halfLifeDays: null }, ...shipped.engagementRules.slice(1)];
    expect(problemsOf({ engagementRules: rules })).toEqual([]);
  });
  test("fit rules without points or condition, and ids used twice", () => {
    const rules = [
      ...shipped.fitRules,
      { ...fitRule, points: 0, condition: { combinator: "and" as const, rules: [] } },
    ];
    expect(problemsOf({ fitRules: rules })).toEqual([
      "error /fitRules/6/id used_twice",
      "warning /fitRules/6/points counts_nothing",
      "warning /fitRules/6/condition meets_everybody",
    ]);
  });
  test("question sets that cannot be passed or asked", () => {
    expect(problemsOf({ questionSets: [] })).toEqual(["error /questionSets general_set_missing"]);
    expect(problemsOf({ questionSets: [set, set] })).toEqual(["error /questionSets/1/productLineId used_twice"]);
    expect(problemsOf({ questionSets: [{ ...set, passAt: 101 }] })).toEqual([
      "error /questionSets/0/passAt pass_out_of_reach",
    ]);
    expect(problemsOf({ questionSets: [{ ...set, passAt: 0 }] })).toEqual([
      "error /questionSets/0/passAt pass_too_low",
    ]);
    expect(problemsOf({ questionSets: [{ ...set, passAt: 30, questions: set.questions.slice(1) }] })).toEqual([
      "warning /questionSets/0/questions weights_not_hundred",
    ]);
  });
  test("options that are worth more than their question, or too little", () => {
    const [need, ...others] = set.questions;
    if (need === undefined) throw new Error("the set asks for the need");
    const options = [
      { id: "yes", name: "有", points: 31 },
      { id: "no", name: "没有", points: 0 },
    ];
    const questions = [{ ...need, options }, ...others];
    expect(problemsOf({ questionSets: [{ ...set, questions }] })).toEqual([
      "error /questionSets/0/questions/0/options/0/points points_out_of_range",
    ]);
    const one = [{ ...need, options: [{ id: "yes", name: "有", points: 10 }] }, ...others];
    expect(problemsOf({ questionSets: [{ ...set, questions: one }] })).toEqual([
      "error /questionSets/0/questions/0/options options_missing",
      "warning /questionSets/0/questions/0/options weight_out_of_reach",
    ]);
  });
  test("first-response times that are missing, too long, or over before the answer", () => {
    expect(problemsOf({ responseTimes: [] })).toEqual(["error /responseTimes general_times_missing"]);
    const { C1: _, ...cells } = times.cells;
    expect(problemsOf({ responseTimes: [{ ...times, cells }] })).toEqual([
      "error /responseTimes/0/cells/C1 time_missing",
    ]);
    const own = { productLineId: "ex", cells: { A1: { answerMinutes: 60, reassignMinutes: 30 } } };
    const never = { productLineId: "rail", cells: { A1: { answerMinutes: 0, reassignMinutes: 30 } } };
    expect(problemsOf({ responseTimes: [times, own, never] })).toEqual([
      "error /responseTimes/1/cells/A1/reassignMinutes reassign_before_answer",
      "error /responseTimes/2/cells/A1/answerMinutes minutes_out_of_range",
    ]);
  });
  test("reasons that are missing, used twice or the house's own", () => {
    expect(problemsOf({ rejectReasons: [] })).toEqual(["error /rejectReasons reasons_missing"]);
    const merged = { code: "merged", name: "已合并", effect: "disqualify" as const, wakes: true };
    expect(problemsOf({ rejectReasons: [...shipped.rejectReasons, merged, merged] })).toEqual([
      "error /rejectReasons/6/code used_twice",
      "error /rejectReasons/5/code code_reserved",
      "error /rejectReasons/6/code code_reserved",
    ]);
  });
  test("limits out of range, and reminders before the clock even starts", () => {
    const recycle = { ...shipped.recycle, claimsPerDay: 0, sqlIdleDays: 3, remindOnlyDays: -1 };
    expect(problemsOf({ recycle })).toEqual([
      "error /recycle/claimsPerDay limit_out_of_range",
      "error /recycle/remindOnlyDays limit_out_of_range",
      "warning /recycle/remindDaysBefore/0 reminder_too_early",
    ]);
    const off = { ...shipped.recycle, claimsPerDay: null, sqlIdleDays: null, remindDaysBefore: [0] };
    expect(problemsOf({ recycle: off })).toEqual(["error /recycle/remindDaysBefore/0 limit_out_of_range"]);
  });
});
