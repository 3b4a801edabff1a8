import { describe, expect, test } from "vitest";
import {
  raw,
  nurturing,
  qualifying,
  taken,
  mql,
  assigned,
  sql,
  converted,
  disqualified,
  moved,
  refused,
  kinds,
} from "./example-leads.fixture.ts";
import { inPool } from "./lead-state.ts";
import type { LeadState } from "./lead-state.ts";

describe("rows 2 to 2c: judging", () => {
  test("row 2: a cell that says mql sends a raw lead to triage, to be routed at once", () => {
    const move = moved(raw, { kind: "judged", destination: "mql", cause: "capture" });
    expect(move.row).toBe("2");
    expect(move.lead).toMatchObject({ stage: "mql", holder: inPool("triage") });
    expect(kinds(move)).toEqual(["route"]);
    expect(move.lifecycle).toEqual([
      {
        from: "raw",
        to: "mql",
        cycle: 1,
        holderFrom: inPool("sdr"),
        holderTo: inPool("triage"),
        row: "2",
        reason: null,
      },
    ]);
  });
  test("row 2: a lead an SDR has taken is left to the SDR", () => {
    const move = moved(taken, { kind: "judged", destination: "mql", cause: "touch" });
    expect(move.row).toBe("2c");
    expect(move.lifecycle).toEqual([]);
  });
  test("row 2a: a cell that says qualify goes to the SDR pool", () => {
    const move = moved(raw, { kind: "judged", destination: "qualify", cause: "capture" });
    expect(move).toMatchObject({ row: "2a", lead: { stage: "qualifying", holder: inPool("sdr") } });
  });
  test.each([
    ["nurture", null],
    ["hold", "hold"],
  ] as const)("row 2b: a cell that says %s waits in the nurture pool, group %s", (destination, group) => {
    const move = moved(raw, { kind: "judged", destination, cause: "capture" });
    expect(move).toMatchObject({ row: "2b", lead: { stage: "nurturing", holder: inPool("nurture"), group } });
  });
  test.each([qualifying, taken, mql, assigned, sql, converted])(
    "row 2c: the stage never falls by score ($stage)",
    (lead) => {
      const move = moved(lead, { kind: "judged", destination: "hold", cause: "decay" });
      expect(move).toMatchObject({ row: "2c", lifecycle: [], effects: [] });
      expect(move.lead).toEqual(lead);
    },
  );
  test("不跟进 ends when the cell changes, and is not entered by decay", () => {
    const held: LeadState = { ...nurturing, group: "hold" };
    expect(moved(held, { kind: "judged", destination: "hold", cause: "touch" }).lead.group).toBe("hold");
    expect(moved(held, { kind: "judged", destination: "nurture", cause: "touch" }).lead.group).toBeNull();
    const warm: LeadState = { ...nurturing, group: "warm" };
    expect(moved(warm, { kind: "judged", destination: "hold", cause: "decay" }).lead.group).toBe("warm");
  });
  test("a lead a rep rejected an hour ago does not bounce back from nurture without a new touch", () => {
    const notReady: LeadState = { ...nurturing, group: "warm", reason: "not_ready" };
    expect(moved(notReady, { kind: "judged", destination: "mql", cause: "decay" }).row).toBe("2c");
    expect(moved(notReady, { kind: "judged", destination: "mql", cause: "standard" }).row).toBe("2c");
    expect(moved(notReady, { kind: "judged", destination: "mql", cause: "touch" }).row).toBe("2");
  });
  test("a new standard moves leads that nobody has answered yet", () => {
    const move = moved(nurturing, { kind: "judged", destination: "qualify", cause: "standard" });
    expect(move).toMatchObject({ row: "2a", because: { params: { woken: true, cause: "standard" } } });
  });
  test.each([mql, assigned, sql, converted, disqualified])(
    "a new standard leaves a $stage lead the version that brought it there",
    (lead) => {
      const refusal = refused(lead, { kind: "judged", destination: "mql", cause: "standard" });
      expect(refusal.code).toBe("keeps_its_grade");
    },
  );
});
