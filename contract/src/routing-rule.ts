import { z } from "zod";
import { RuleGroup } from "./conditions.ts";

/**
 * How a team shares its leads (R-ROUTE-1): `round_robin` who waited longest; `weighted` in proportion; `least_loaded`
 * fewest in hand; `best_closer` the best rate of won deals of that segment.
 */
export const ROUTING_METHODS = ["round_robin", "weighted", "least_loaded", "best_closer"] as const;
export const RoutingMethod = z.enum(ROUTING_METHODS);
export type RoutingMethod = z.infer<typeof RoutingMethod>;

/** Who gets the lead: a person, a team by a method, the SDR pool, the nurture pool. */
export const RoutingTarget = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("user"), personId: z.uuid() }),
  z.object({
    kind: z.literal("team"),
    teamId: z.uuid(),
    method: RoutingMethod,
    /** For `weighted`: parts by person; a member who is not named has one part, 0 gets none. */
    weights: z.record(z.uuid(), z.int().min(0).max(100)),
  }),
  z.object({ kind: z.enum(["sdr", "nurture"]) }),
]);
export type RoutingTarget = z.infer<typeof RoutingTarget>;

/**
 * Rules are tried in order of `position`; the first that matches, and whose target can take the lead, decides. The fallback
 * has no conditions and comes last; where there is none, people decide (triage, 人工分派).
 */
export const RoutingRule = z.object({
  id: z.uuid(),
  name: z.string().min(1).max(120),
  position: z.int().min(0),
  enabled: z.boolean(),
  conditions: RuleGroup,
  target: RoutingTarget,
  fallback: z.boolean(),
  /** Limits of one person by this rule; null is none. */
  maxInHand: z.int().min(1).max(10_000).nullable(),
  maxPerDay: z.int().min(1).max(10_000).nullable(),
  /** When nobody of the target can take the lead: the rules after it, or people. */
  otherwise: z.enum(["next_rule", "triage"]),
});
export type RoutingRule = z.infer<typeof RoutingRule>;
