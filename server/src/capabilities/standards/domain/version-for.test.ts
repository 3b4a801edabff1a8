import { expect, test } from "vitest";
import { LEAD_STAGES } from "@tongzhou/contract/lead-stages";
import { versionFor } from "./version-for.ts";

test("early leads follow the standard in force, the others keep the version that judged them", () => {
  const by = Object.fromEntries(LEAD_STAGES.map((stage) => [stage, versionFor(stage, 7, 8)]));
  expect(by).toEqual({
    raw: 8,
    nurturing: 8,
    qualifying: 8,
    mql: 7,
    assigned: 7,
    sql: 7,
    converted: 7,
    disqualified: 7,
  });
});

test("a lead that was never judged has no version to keep", () => {
  expect(versionFor("sql", null, 8)).toBe(8);
});
