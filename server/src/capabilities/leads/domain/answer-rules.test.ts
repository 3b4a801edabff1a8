import { describe, expect, test } from "vitest";
import { 陈浩, 王倩, assigned, sql, converted, moved, refused, kinds } from "./example-leads.fixture.ts";
import { ownedBy } from "./lead-state.ts";

describe("rows 7 to 8c and 12: the answers of a rep", () => {
  test("row 7: accepting stops the clock", () => {
    const move = moved(assigned, { kind: "accepted", by: 陈浩 });
    expect(move).toMatchObject({ row: "7", lead: { stage: "sql", holder: ownedBy("陈浩") } });
    expect(move.effects).toEqual([
      { kind: "stop_clock", ownerId: "陈浩", outcome: "accepted", bounce: false, turnBack: false },
    ]);
  });
  test("a rep whose lead was reassigned meanwhile is told who has it now", () => {
    expect(refused(assigned, { kind: "accepted", by: 王倩 })).toMatchObject({
      code: "not_the_holder",
      params: { ownerId: "陈浩" },
    });
  });
  test.each([
    ["wrong_match", "triage", "8", "mql", null, 1, true, []],
    ["not_ready", "nurture_warm", "8a", "nurturing", "warm", 0, false, []],
    ["no_interest", "nurture_cold", "8a", "nurturing", "cold", 0, false, []],
    ["invalid", "disqualify", "8b", "disqualified", null, 0, true, []],
    ["duplicate", "review", "8c", "mql", null, 0, true, [{ kind: "open_review", otherRecordId: "另一条" }]],
  ] as const)("a reject %s, which does %s, is row %s", (code, effect, row, stage, group, bounces, turnBack, more) => {
    const reason = { code, effect };
    const move = moved(assigned, { kind: "declined", by: 陈浩, reason, otherRecordId: "另一条" });
    expect(move).toMatchObject({ row, lead: { stage, group, bounces, reason: code } });
    const bounce = bounces > 0;
    expect(move.effects).toEqual([
      { kind: "stop_clock", ownerId: "陈浩", outcome: "rejected", bounce, turnBack },
      ...more,
    ]);
    expect(move.lifecycle).toMatchObject([{ from: "assigned", to: stage, reason: code }]);
  });
  test.each([
    ["wrong_match", "triage", "mql", null, []],
    ["not_ready", "nurture_warm", "nurturing", "warm", []],
    ["no_interest", "nurture_cold", "nurturing", "cold", []],
    ["invalid", "disqualify", "disqualified", null, []],
    ["duplicate", "review", "mql", null, ["open_review"]],
  ] as const)(
    "row 12: giving back as %s is not a bounce and keeps the turn used",
    (code, effect, stage, group, effects) => {
      const move = moved(sql, { kind: "declined", by: 陈浩, reason: { code, effect }, otherRecordId: "另一条" });
      expect(move).toMatchObject({ row: "12", lead: { stage, group, bounces: 0, reason: code } });
      expect(kinds(move)).toEqual(effects);
    },
  );
  test("a duplicate names the other record, and a reason is not empty or the house's own", () => {
    const duplicate = { code: "duplicate", effect: "review" } as const;
    const declined = { kind: "declined", by: 陈浩, otherRecordId: null } as const;
    expect(refused(assigned, { ...declined, reason: duplicate }).code).toBe("other_record_missing");
    expect(refused(assigned, { ...declined, reason: { code: " ", effect: "triage" } }).code).toBe("reason_missing");
    expect(refused(assigned, { ...declined, reason: { code: "merged", effect: "disqualify" } }).code).toBe(
      "reason_reserved",
    );
  });
});

describe("row 11: conversion", () => {
  const convert = { kind: "converted", by: 陈浩, opportunityOwnerId: "陈浩", accountConfirmed: true } as const;
  test("from sql one ledger row, from assigned accept and convert: two", () => {
    expect(moved(sql, convert).lifecycle).toMatchObject([{ from: "sql", to: "converted" }]);
    const both = moved(assigned, convert);
    expect(both.lifecycle).toMatchObject([
      { from: "assigned", to: "sql" },
      { from: "sql", to: "converted" },
    ]);
    expect(kinds(both)).toEqual(["stop_clock"]);
  });
  test("asks to confirm the account first", () => {
    expect(refused(sql, { ...convert, accountConfirmed: false }).code).toBe("account_not_confirmed");
  });
  test("a converted lead follows the owner of its opportunity", () => {
    expect(moved(converted, { kind: "opportunity_given", ownerId: "王倩" }).lead.holder).toEqual(ownedBy("王倩"));
  });
});
