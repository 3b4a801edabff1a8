import { sql } from "kysely";
import type { Notification } from "@tongzhou/contract/notifications";
import { BROADCAST_CHANNEL, payloadOf } from "../../platform/events/broadcast.ts";
import type { Context, ReadContext } from "../../platform/ledger/context.ts";
import { behind, cutPage, decodeCursor } from "../../platform/paging/keyset.ts";

export interface NoticeRow {
  readonly id: string;
  readonly person_id: string;
  readonly operation_id: string;
  readonly kind: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly at: Date;
}

const NEWEST = "-at";

/**
 * Adds notices and tells the pages of whom they are for; where the person was told of the act already, the counts are added up
 * and it is unread again.
 */
export async function upsertNotices({ client }: Context, notices: readonly NoticeRow[]): Promise<void> {
  const message = { topic: "notification", personIds: [...new Set(notices.map((notice) => notice.person_id))] };
  await client.query({
    name: "upsert-notices",
    text: `
      with told as (
        insert into notification (id, person_id, operation_id, kind, params, at)
        select *
        from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::jsonb[], $6::timestamptz[])
        on conflict (person_id, operation_id, kind) do update
        set
          params = excluded.params || notification.params || jsonb_build_object(
            'count', (notification.params ->> 'count')::int + (excluded.params ->> 'count')::int
          ),
          at = excluded.at,
          read_at = null
      )
      select pg_notify($7, $8)`,
    values: [
      notices.map((notice) => notice.id),
      notices.map((notice) => notice.person_id),
      notices.map((notice) => notice.operation_id),
      notices.map((notice) => notice.kind),
      notices.map((notice) => JSON.stringify(notice.params)),
      notices.map((notice) => notice.at.toISOString()),
      BROADCAST_CHANNEL,
      payloadOf(message),
    ],
  });
}

/** A page of what a person was told, the newest first. */
export async function findNotifications(
  { tx }: ReadContext,
  personId: string,
  asked: { readonly unread?: boolean | undefined; readonly cursor?: string | undefined; readonly limit: number },
): Promise<{ rows: Notification[]; nextCursor?: string }> {
  const { unread, cursor, limit } = asked;
  const rows = await tx
    .selectFrom("notification")
    .select(["id", "kind", "params", "operation_id", "at", "read_at"])
    .where("person_id", "=", personId)
    .$if(unread === true, (query) => query.where("read_at", "is", null))
    .$if(cursor !== undefined, (query) =>
      query.where(behind([sql.ref("at"), sql.ref("id")], decodeCursor(NEWEST, cursor ?? "", 2), "desc")),
    )
    .orderBy("at", "desc")
    .orderBy("id", "desc")
    .limit(limit + 1)
    .execute();
  const page = cutPage(rows, limit, NEWEST, (row) => [row.at.toISOString(), row.id]);
  return {
    ...page,
    rows: page.rows.map(({ id, kind, params, operation_id, at, read_at }) => ({
      id,
      kind,
      params: params as Notification["params"],
      operationId: operation_id,
      at: at.toISOString(),
      readAt: read_at?.toISOString() ?? null,
    })),
  };
}

export async function countUnread({ tx }: Pick<ReadContext, "tx">, personId: string): Promise<number> {
  const { count } = await tx
    .selectFrom("notification")
    .select(sql<number>`count(*)::int`.as("count"))
    .where("person_id", "=", personId)
    .where("read_at", "is", null)
    .executeTakeFirstOrThrow();
  return count;
}

/** Marks a person's unread notices as read: these, or all. */
export async function updateRead(
  { tx, now }: Context,
  personId: string,
  ids: readonly string[] | undefined,
): Promise<void> {
  await tx
    .updateTable("notification")
    .set({ read_at: now })
    .where("person_id", "=", personId)
    .where("read_at", "is", null)
    .$if(ids !== undefined, (query) => query.where("id", "in", [...(ids ?? [])]))
    .execute();
}
