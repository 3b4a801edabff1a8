import fc from "fast-check";
import { expect, test } from "vitest";
import { chooseSurvivingLead } from "./choose-surviving-lead.ts";
import type { MeetingLead } from "./choose-surviving-lead.ts";

const lead = (leadId: string, stage: MeetingLead["stage"], createdAt: number): MeetingLead => ({
  leadId,
  stage,
  createdAt,
});

test("further along wins, then the older, then the smaller id", () => {
  expect(chooseSurvivingLead(lead("a", "mql", 1), lead("b", "sql", 2)).survivorId).toBe("b");
  expect(chooseSurvivingLead(lead("a", "mql", 2), lead("b", "mql", 1)).survivorId).toBe("b");
  expect(chooseSurvivingLead(lead("a", "mql", 1), lead("b", "mql", 1)).survivorId).toBe("a");
});

test("the order in which two leads are named does not matter", () => {
  const meeting = fc.record({
    stage: fc.constantFrom("raw" as const, "nurturing" as const, "qualifying" as const, "assigned" as const),
    createdAt: fc.integer({ min: 0, max: 3 }),
  });
  fc.assert(
    fc.property(meeting, meeting, (a, b) => {
      const one = { leadId: "a", ...a };
      const other = { leadId: "b", ...b };
      expect(chooseSurvivingLead(one, other)).toEqual(chooseSurvivingLead(other, one));
    }),
  );
});
