import { TIMELINE_KINDS } from "@tongzhou/contract/timeline";
import type { TimelineEntry, TimelineObject } from "@tongzhou/contract/timeline";
import type { Viewing } from "../../platform/access/acting.ts";
import { cutPage, decodeCursor } from "../../platform/paging/keyset.ts";
import { NotFound } from "../../platform/problems/refusal.ts";
import { companiesOfGroup, mayReadRecord, readEntries } from "./timeline.queries.ts";

const ORDER = "-at";

/**
 * One page of everything that happened to a record, the newest first.
 * @throws NotFound when the viewer may not read the record; Invalid `cursor_invalid`.
 */
export async function readTimeline(
  viewing: Viewing,
  object: TimelineObject,
  id: string,
  page: {
    readonly kinds: readonly TimelineEntry["kind"][];
    readonly cursor?: string | undefined;
    readonly limit: number;
    /** Of an account: with all below it that the viewer may read. */
    readonly whole?: boolean;
  },
): Promise<{ rows: TimelineEntry[]; nextCursor?: string }> {
  if (!(await mayReadRecord(viewing, object, id))) throw new NotFound();
  const kinds = page.kinds.length > 0 ? page.kinds : TIMELINE_KINDS;
  const [at, entryId] = page.cursor === undefined ? [] : decodeCursor(ORDER, page.cursor, 2);
  const before = at === undefined || entryId === undefined ? null : { at: String(at), id: String(entryId) };
  const companies = page.whole && object === "account" ? await companiesOfGroup(viewing, id) : [id];
  const entries = await readEntries(viewing, object, id, companies, kinds, before, page.limit + 1);
  return cutPage(entries, page.limit, ORDER, (entry) => [entry.at, entry.id]);
}
