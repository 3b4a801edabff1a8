import { expect, test } from "vitest";
import { inPool, inPublicPool, ownedBy } from "./lead-state.ts";
import { mayHold, stageHolders } from "./stage-holders.ts";

test("the facts of the check are the upper table of the lead rules", () => {
  expect(stageHolders()).toEqual([
    { stage: "raw", owner: false, pools: ["sdr", "public"] },
    { stage: "nurturing", owner: false, pools: ["nurture"] },
    { stage: "qualifying", owner: true, pools: ["sdr"] },
    { stage: "mql", owner: false, pools: ["triage", "public"] },
    { stage: "assigned", owner: true, pools: [] },
    { stage: "sql", owner: true, pools: [] },
    { stage: "converted", owner: true, pools: [] },
    { stage: "disqualified", owner: false, pools: ["invalid"] },
  ]);
});

test("the public pool names its team and no other pool does", () => {
  expect(mayHold("mql", inPublicPool("华东"))).toBe(true);
  expect(mayHold("mql", { kind: "pool", pool: "public", teamId: null })).toBe(false);
  expect(mayHold("mql", { kind: "pool", pool: "triage", teamId: "华东" })).toBe(false);
  expect(mayHold("mql", inPool("triage"))).toBe(true);
  expect(mayHold("sql", ownedBy("陈浩"))).toBe(true);
  expect(mayHold("raw", ownedBy("陈浩"))).toBe(false);
});
