import { z } from "zod";

export const MAX_PAGE_SIZE = 200;

/** Keyset paging: `cursor` is what the page before answered as `nextCursor`; opaque to callers. */
export const PageQuery = z.object({
  cursor: z.string().max(2000).optional(),
  limit: z.coerce.number().int().min(1).max(MAX_PAGE_SIZE).default(50),
});

/** A page of rows. `nextCursor` is absent on the last page. */
export const pageOf = <Row extends z.ZodType>(row: Row) =>
  z.object({ rows: z.array(row), nextCursor: z.string().optional() });

/** Exact up to 1,000; above that an estimate that says so. */
export const Count = z.object({ count: z.int(), exact: z.boolean() });
export type Count = z.infer<typeof Count>;
