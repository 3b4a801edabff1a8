import { sql } from "kysely";
import type { z } from "zod";
import type { SecurityEvent } from "@tongzhou/contract/people-keys";
import type { Context, ReadContext } from "../../../platform/ledger/context.ts";
import { behind, cutPage, decodeCursor } from "../../../platform/paging/keyset.ts";

const NEWEST_FIRST = "security events, newest first";

export interface SecurityFact {
  /** `sign_in`, `password_changed`, `revealed` … */
  readonly kind: string;
  /** Whom it concerns. */
  readonly personId: string | null;
  readonly address?: string;
  /** Never a secret, never a personal value. */
  readonly details?: Readonly<Record<string, unknown>>;
}

/** Writes down what happened around signing in, or who looked behind a mask. */
export async function insertSecurityEvent(context: Context, fact: SecurityFact): Promise<void> {
  const { tx, newId, now, actor } = context;
  await tx
    .insertInto("security_event")
    .values({
      id: newId(),
      at: now,
      kind: fact.kind,
      person_id: fact.personId,
      actor_id: actor.kind === "person" ? actor.personId : null,
      address: fact.address ?? null,
      details: JSON.stringify(fact.details ?? {}),
    })
    .execute();
}

/** A page of what happened, newest first. */
export async function findSecurityEvents(
  { tx }: ReadContext,
  filter: { readonly personId?: string | undefined; readonly kind?: string | undefined },
  page: { readonly cursor?: string | undefined; readonly limit: number },
): Promise<{ rows: z.infer<typeof SecurityEvent>[]; nextCursor?: string }> {
  let query = tx.selectFrom("security_event").selectAll().orderBy("at", "desc").orderBy("id", "desc");
  if (filter.personId !== undefined) query = query.where("person_id", "=", filter.personId);
  if (filter.kind !== undefined) query = query.where("kind", "=", filter.kind);
  if (page.cursor !== undefined) {
    const keys = decodeCursor(NEWEST_FIRST, page.cursor, 2);
    query = query.where(behind([sql.ref("at"), sql.ref("id")], keys, "desc"));
  }
  const rows = await query.limit(page.limit + 1).execute();
  const cut = cutPage(rows, page.limit, NEWEST_FIRST, (row) => [row.at.toISOString(), row.id]);
  return {
    ...cut,
    rows: cut.rows.map((row) => ({
      id: row.id,
      at: row.at.toISOString(),
      kind: row.kind,
      personId: row.person_id,
      actorId: row.actor_id,
      address: row.address,
      details: row.details as Record<string, unknown>,
    })),
  };
}
