import { sql } from "kysely";
import type { LeadStandard } from "@tongzhou/contract/lead-standard";
import type { StandardSide, StandardState } from "@tongzhou/contract/standards";
import type { Context, ReadContext } from "../../../platform/ledger/context.ts";

/** A version as it is stored. */
export interface StandardRow {
  readonly id: string;
  readonly version: number;
  readonly state: StandardState;
  readonly note: string | null;
  readonly basedOnId: string | null;
  readonly inForceFrom: Date | null;
  readonly supersededAt: Date | null;
}

export interface StoredStandard extends StandardRow {
  readonly content: LeadStandard;
  readonly contentHash: string;
}

export interface SignatureRow {
  readonly standardId: string;
  readonly side: StandardSide;
  readonly personId: string;
  readonly personName: string;
  readonly signedAt: Date;
}

type Reading = Pick<ReadContext, "tx">;

const HEAD = [
  "id",
  "version",
  "state",
  "note",
  "based_on_id as basedOnId",
  "in_force_from as inForceFrom",
  "superseded_at as supersededAt",
] as const;

const HASH = sql<string>`standard_content_hash(content)`.as("contentHash");

/** All versions, newest first. */
export async function findStandards({ tx }: Reading): Promise<StandardRow[]> {
  return (await tx
    .selectFrom("lead_standard")
    .select(HEAD)
    .orderBy("version", "desc")
    .execute()) as unknown as StandardRow[];
}

export async function findStandard({ tx }: Reading, id: string): Promise<StoredStandard | undefined> {
  const row = await tx
    .selectFrom("lead_standard")
    .select([...HEAD, "content", HASH])
    .where("id", "=", id)
    .executeTakeFirst();
  return row as unknown as StoredStandard | undefined;
}

/** Locks a version for a change. */
export async function lockStandard({ tx }: Context, id: string): Promise<StoredStandard | undefined> {
  const row = await tx
    .selectFrom("lead_standard")
    .select([...HEAD, "content", HASH])
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirst();
  return row as unknown as StoredStandard | undefined;
}

/** The one version in force; undefined until the first is signed. */
export async function findInForce({ tx }: Reading): Promise<StoredStandard | undefined> {
  const row = await tx
    .selectFrom("lead_standard")
    .select([...HEAD, "content", HASH])
    .where("state", "=", "in_force")
    .executeTakeFirst();
  return row as unknown as StoredStandard | undefined;
}

/** Signatures of these versions, the older first. */
export async function findSignatures({ tx }: Reading, standardIds: readonly string[]): Promise<SignatureRow[]> {
  if (standardIds.length === 0) return [];
  const rows = await tx
    .selectFrom("standard_signature as s")
    .innerJoin("published.person as p", "p.id", "s.person_id")
    .select([
      "s.standard_id as standardId",
      "s.side",
      "s.person_id as personId",
      "p.name as personName",
      "s.signed_at as signedAt",
    ])
    .where("s.standard_id", "in", standardIds)
    .orderBy("s.signed_at")
    .orderBy("s.id")
    .execute();
  return rows as unknown as SignatureRow[];
}

/** Adds a draft under the next version number; one at a time. */
export async function insertDraft(
  context: Context,
  draft: {
    readonly id: string;
    readonly content: LeadStandard;
    readonly note: string | null;
    readonly basedOnId: string | null;
  },
): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('lead_standard.version'))`.execute(context.tx);
  await sql`
    insert into lead_standard (id, version, content, note, based_on_id)
    select
      ${draft.id}::uuid,
      coalesce(max(version), 0) + 1,
      ${JSON.stringify(draft.content)}::jsonb,
      ${draft.note},
      ${draft.basedOnId}::uuid
    from lead_standard`.execute(context.tx);
}

export async function updateDraft(
  { tx }: Context,
  id: string,
  values: { readonly content?: LeadStandard; readonly note?: string | null },
): Promise<void> {
  const { content, note } = values;
  const set = {
    ...(content === undefined ? {} : { content: JSON.stringify(content) }),
    ...(note === undefined ? {} : { note }),
  };
  if (Object.keys(set).length > 0) await tx.updateTable("lead_standard").set(set).where("id", "=", id).execute();
}

export async function deleteDraft({ tx }: Context, id: string): Promise<void> {
  await tx.deleteFrom("standard_signature").where("standard_id", "=", id).execute();
  await tx.deleteFrom("lead_standard").where("id", "=", id).execute();
}

export async function insertSignature(
  { tx, newId, now }: Context,
  signature: {
    readonly standardId: string;
    readonly side: StandardSide;
    readonly personId: string;
    readonly contentHash: string;
  },
): Promise<void> {
  await tx
    .insertInto("standard_signature")
    .values({
      id: newId(),
      standard_id: signature.standardId,
      side: signature.side,
      person_id: signature.personId,
      signed_at: now,
      content_hash: signature.contentHash,
    })
    .execute();
}

/** Puts a version into force in place of the one before it. */
export async function putInForce({ tx, now }: Context, id: string): Promise<void> {
  await tx
    .updateTable("lead_standard")
    .set({ state: "superseded", superseded_at: now })
    .where("state", "=", "in_force")
    .execute();
  await tx.updateTable("lead_standard").set({ state: "in_force", in_force_from: now }).where("id", "=", id).execute();
}
