import { describe, expect, it } from "vitest";
import type { LeadStage } from "@tongzhou/contract/lead-stages";
import type { LifelineEntry } from "@tongzhou/contract/lead-row";
import { leadSteps } from "./lead-steps.ts";

const moved = (to: LeadStage, occurredAt: string, cycle = 1): LifelineEntry => ({
  id: occurredAt,
  occurredAt,
  recordedAt: occurredAt,
  cycle,
  row: "2",
  from: null,
  to,
  holderFrom: null,
  holderTo: null,
  actorKind: "system",
  actorName: null,
  reason: null,
  because: null,
  explanation: null,
  note: null,
});

const [arrived, judged, routed] = ["2025-11-12T06:26:00Z", "2025-11-20T13:42:00Z", "2025-11-21T01:02:00Z"];
const way = [moved("raw", arrived), moved("mql", judged), moved("assigned", routed)];
const lead = { stage: "assigned", lifeline: way, capturedAt: arrived, cycle: 1 } as const;

describe("the steps of a lead", () => {
  it("say when the steps behind were reached, and nothing of those ahead", () => {
    expect(leadSteps(lead)).toEqual([
      { name: "lead", at: arrived, state: "done" },
      { name: "mql", at: judged, state: "done" },
      { name: "assigned", at: routed, state: "now" },
      { name: "sql", at: undefined, state: "ahead" },
      { name: "opportunity", at: undefined, state: "ahead" },
    ]);
  });

  it("end with the way out, and show no step that was not reached", () => {
    const out = leadSteps({
      ...lead,
      stage: "disqualified",
      lifeline: [moved("raw", arrived), moved("disqualified", judged)],
    });
    expect(out.map(({ name, state }) => [name, state])).toEqual([
      ["lead", "done"],
      ["out", "now"],
    ]);
  });

  it("are those of the present cycle alone", () => {
    const again = leadSteps({ ...lead, cycle: 2, lifeline: [...way, moved("assigned", "2025-12-01T01:00:00Z", 2)] });
    expect(again.find(({ name }) => name === "mql")?.at).toBeUndefined();
    expect(again.find(({ name }) => name === "assigned")?.at).toBe("2025-12-01T01:00:00Z");
  });
});
