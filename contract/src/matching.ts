import { z } from "zod";
import { changeOf } from "./edit.ts";
import { endpoint } from "./endpoint.ts";
import { LongOperationState } from "./jobs.ts";

/** From which probabilities on pairs may be put up for review, and count as the same: steps that people can remember. */
export const REVIEW_STEPS = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5] as const;
export const SAME_STEPS = [0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99, 0.995, 0.999] as const;

const ReviewFrom = z.union(REVIEW_STEPS.map((step) => z.literal(step)));
const SameFrom = z.union(SAME_STEPS.map((step) => z.literal(step)));

const Thresholds = z.object({ review: z.number(), same: z.number() });

/** Pairs of which nobody has said anything yet, and how many of them are expected to be one person: the sum of their probabilities. */
const Pairs = z.object({ pairs: z.int(), matches: z.number() });

export const MatchBand = Pairs.extend({
  /** The probabilities from here on, up to where the next band begins. */
  from: z.number(),
});
export type MatchBand = z.infer<typeof MatchBand>;

export const MatchingState = z.object({
  /** Null where the recommended one is in force. */
  own: z.object({ review: z.number().nullable(), same: z.number().nullable() }),
  recommended: Thresholds,
  inForce: Thresholds,
  /** The kept pairs by probability, along all steps; the first band is what is likelier than nothing and below them all. */
  bands: z.array(MatchBand),
  /** What was compared and not kept; null before all contacts were matched once. */
  rest: Pairs.nullable(),
  /** The last time all contacts were matched to the end. */
  last: z.object({ at: z.iso.datetime(), contacts: z.int(), compared: z.int() }).nullable(),
  /** The last time it was begun, whatever became of it. */
  run: z
    .object({
      id: z.uuid(),
      state: LongOperationState,
      /** Contacts. */
      done: z.int(),
      total: z.int().nullable(),
      queuedAt: z.iso.datetime(),
    })
    .nullable(),
});
export type MatchingState = z.infer<typeof MatchingState>;

export const matching = {
  show: endpoint({
    id: "identity.showMatching",
    method: "GET",
    path: "/contact-matching",
    summary: "How contacts are matched: the thresholds, how many pairs lie between them, and the last run.",
    response: MatchingState,
  }),
  setThresholds: endpoint({
    id: "identity.setThresholds",
    method: "PATCH",
    path: "/contact-matching/thresholds",
    summary: "Decides from which probability on two contacts are put up for review, and count as the same.",
    body: z.object({ review: changeOf(ReviewFrom.nullable()), same: changeOf(SameFrom.nullable()) }),
    response: MatchingState,
    errors: ["thresholds_crossed", "changed_meanwhile"],
  }),
  begin: endpoint({
    id: "identity.beginMatching",
    method: "POST",
    path: "/contact-matching/runs",
    summary: "Begins to match all contacts with each other, in the background.",
    response: MatchingState,
    errors: ["matching_under_way"],
  }),
  stop: endpoint({
    id: "identity.stopMatching",
    method: "POST",
    path: "/contact-matching/runs/:runId/stop",
    summary: "Stops matching all contacts; what was learnt before stays in force.",
    params: z.object({ runId: z.uuid() }),
    response: MatchingState,
    errors: ["matching_ended"],
  }),
};
