import { expect, test } from "vitest";
import { ACTIVITY_KINDS, OUTCOMES_OF_KIND } from "@tongzhou/contract/activities";
import type { ActivityOutcome } from "@tongzhou/contract/activities";
import { touchOfActivity } from "./touch-of-activity.ts";

test("only what the customer took part in is a touch", () => {
  const effective = ACTIVITY_KINDS.flatMap((kind) =>
    [null, ...OUTCOMES_OF_KIND[kind]].flatMap((outcome: ActivityOutcome | null) => {
      const touch = touchOfActivity({ kind, channel: kind === "message" ? "email" : null, outcome });
      return touch === null ? [] : [[kind, outcome, touch.kind, touch.channel]];
    }),
  );
  expect(effective).toEqual([
    ["call", "reached", "answered_call", "phone"],
    ["visit", "held", "meeting", "in_person"],
    ["meeting", "held", "meeting", "in_person"],
    ["message", "replied", "reply", "email"],
  ]);
});
