import { z } from "zod";
import { Count, MAX_PAGE_SIZE, pageOf } from "./paging.ts";
import { EVERYTHING, RuleGroup } from "./conditions.ts";

/** A filter inside a URL: the RuleGroup as JSON. An empty one is every record. */
const FilterParameter = z
  .string()
  .max(50_000)
  .default("")
  .transform((text, context): unknown => {
    if (text === "") return EVERYTHING;
    try {
      return JSON.parse(text);
    } catch {
      context.addIssue({ code: "custom", message: "not JSON" });
      return z.NEVER;
    }
  })
  .pipe(RuleGroup);

/** What chooses the rows of any list; the same in its URL, its saved views, its counts and its export. */
export const ListChoice = z.object({
  filter: FilterParameter,
  /** Quick search in the list's own words (name, company, phone …). */
  search: z.string().max(200).default(""),
});

/** `-captured` sorts from new to old. Every list names its sorts. */
export const ListQuery = ListChoice.extend({
  sort: z.string().max(60).default(""),
  cursor: z.string().max(2000).optional(),
  limit: z.coerce.number().int().min(1).max(MAX_PAGE_SIZE).default(50),
});
export type ListQuery = z.output<typeof ListQuery>;

/** A page of a list. `order` is the sort in force, so that a page can mark its column when none was asked for. */
export const listOf = <Row extends z.ZodType>(row: Row) => pageOf(row).extend({ order: z.string() });

/** What a count may cost: at once, or as long as it takes. */
export const CountQuery = ListChoice.extend({
  /** Count even where that takes longer than a glance. */
  thorough: z.stringbool().default(false),
});

/** `rough`: not counted at all but guessed, because counting takes longer than a glance; ask again with `thorough`. */
export const ListCount = Count.extend({ rough: z.boolean() });
export type ListCount = z.infer<typeof ListCount>;
