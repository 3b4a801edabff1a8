import { z } from "zod";
import { isProblem } from "./problem-error.ts";

const StaleField = z.object({
  field: z.string(),
  value: z.unknown(),
  byName: z.string().nullable(),
  at: z.string().nullable(),
});

/** A field that somebody changed meanwhile: its value now, who and when (null when nobody remembers). */
export type StaleField = z.infer<typeof StaleField>;

const Conflicts = z.object({ conflicts: z.array(StaleField) });

/** What stood in the way of an edit of a field; undefined when the failure was another. */
export function staleField(failure: unknown, field: string): StaleField | undefined {
  if (!isProblem(failure, "changed_meanwhile")) return undefined;
  const conflicts = Conflicts.safeParse(failure.problem.params);
  return conflicts.success ? conflicts.data.conflicts.find((conflict) => conflict.field === field) : undefined;
}
