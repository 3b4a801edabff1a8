import { z } from "zod";
import { RuleGroup } from "./conditions.ts";
import { Pool } from "./lead-stages.ts";

/** Records for an act: named one by one, or all that a list shows for this filter and search. */
export const RecordChoice = z.union([
  z.object({ ids: z.array(z.uuid()).min(1).max(5000) }),
  z.object({ filter: RuleGroup, search: z.string().max(200).default("") }),
]);
export type RecordChoice = z.infer<typeof RecordChoice>;

/** To whom records are to be given. */
export const Assignment = z.object({ choice: RecordChoice, toId: z.uuid() });

/** How many changed hands, and how many were left as they were. */
export const Assigned = z.object({ moved: z.int(), left: z.int() });

/** Why a record stays where it is: out of the viewer's rights, theirs already, or at its end. */
export const STAY_REASONS = ["not_allowed", "already_theirs", "ended"] as const;

/** What an assignment would do, before it is done: how many go, from whom, and how many stay and why; most first. */
export const AssignmentPreview = z.object({
  moves: z.array(
    z.object({
      ownerId: z.uuid().nullable(),
      ownerName: z.string().nullable(),
      /** The pool they wait in while nobody has them. */
      pool: Pool.nullable(),
      count: z.int(),
    }),
  ),
  stays: z.array(z.object({ because: z.enum(STAY_REASONS), count: z.int() })),
});
export type AssignmentPreview = z.infer<typeof AssignmentPreview>;
