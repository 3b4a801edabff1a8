import { sql } from "kysely";
import type { ConsentChannel, ConsentHow, ConsentPurpose, ConsentState } from "@tongzhou/contract/privacy";
import { insertRows } from "../../../platform/database/insert-rows.ts";
import type { Context, ReadContext } from "../../../platform/ledger/context.ts";

export interface StoredStatement {
  readonly id: string;
  readonly identifierId: string;
  readonly channel: ConsentChannel;
  readonly purpose: ConsentPurpose;
  readonly state: ConsentState;
  readonly at: Date;
  readonly how: ConsentHow;
  readonly evidence: string | null;
  readonly personId: string | null;
  readonly personName: string | null;
}

/** Everything stated by these identifiers, the newest first, with who wrote it down. */
export async function findStatements(
  { tx }: Pick<ReadContext, "tx">,
  identifierIds: readonly string[],
): Promise<StoredStatement[]> {
  const { rows } = await sql<StoredStatement>`
    select c.id, c.identifier_id as "identifierId", c.channel, c.purpose, c.state, c.at, c.how, c.evidence,
      p.id as "personId", p.name as "personName"
    from consent as c
    join published.operation as o on o.id = c.operation_id
    left join published.person as p on o.actor_kind = 'person' and p.id = o.actor_id
    where c.identifier_id = any(${[...identifierIds]}::uuid[])
    order by c.at desc, c.id desc`.execute(tx);
  return rows;
}

interface StatedIdentifier {
  readonly kind: string;
  readonly value: string;
  readonly contactId: string;
  readonly homeContactId: string;
}

/** Of which kind these identifiers are, and whose. */
export async function findStatedIdentifiers(
  { tx }: Pick<ReadContext, "tx">,
  ids: readonly string[],
): Promise<Map<string, StatedIdentifier>> {
  const { rows } = await sql<StatedIdentifier & { id: string }>`
    select id, kind, value, contact_id as "contactId", home_contact_id as "homeContactId"
    from published.identifier
    where id = any(${[...ids]}::uuid[])`.execute(tx);
  return new Map(rows.map(({ id, ...identifier }) => [id, identifier]));
}

/** A row of `consent` as it is written; its home is that of the identifier (R-ID-7). */
export interface NewStatement {
  readonly id: string;
  readonly contact_id: string;
  readonly home_contact_id: string;
  readonly identifier_id: string;
  readonly channel: ConsentChannel;
  readonly purpose: ConsentPurpose;
  readonly state: ConsentState;
  readonly at: string;
  readonly how: ConsentHow;
  readonly evidence: string | null;
}

export async function insertStatements({ client }: Context, statements: readonly NewStatement[]): Promise<void> {
  await insertRows<NewStatement>(
    client,
    "consent",
    {
      id: "uuid",
      contact_id: "uuid",
      home_contact_id: "uuid",
      identifier_id: "uuid",
      channel: "text",
      purpose: "text",
      state: "text",
      at: "timestamptz",
      how: "text",
      evidence: "text",
    },
    statements,
  );
}
