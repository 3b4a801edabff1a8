import { sql } from "kysely";
import type { PrivacyAsker, PrivacyRequestKind } from "@tongzhou/contract/privacy";
import type { Context, ReadContext } from "../../../platform/ledger/context.ts";

/** Who asked, and on which day. */
export interface Asked {
  readonly askedBy: PrivacyAsker;
  readonly askedOn: string;
}

export async function insertRequest(
  { tx, newId, now }: Context,
  request: Asked & { readonly contactId: string; readonly kind: PrivacyRequestKind },
): Promise<void> {
  await tx
    .insertInto("privacy_request")
    .values({
      id: newId(),
      contact_id: request.contactId,
      kind: request.kind,
      asked_by: request.askedBy,
      asked_on: request.askedOn,
      done_at: now,
    })
    .execute();
}

export interface StoredRequest {
  readonly id: string;
  readonly contactId: string;
  readonly name: string | null;
  readonly kind: PrivacyRequestKind;
  readonly askedBy: PrivacyAsker;
  readonly askedOn: string;
  readonly doneAt: Date;
  readonly personId: string | null;
  readonly personName: string | null;
}

/** The latest requests, the newest first. */
export async function findRequests({ tx }: Pick<ReadContext, "tx">, limit: number): Promise<StoredRequest[]> {
  const { rows } = await sql<StoredRequest>`
    select r.id, r.contact_id as "contactId", c.name, r.kind, r.asked_by as "askedBy", r.asked_on::text as "askedOn",
      r.done_at as "doneAt", p.id as "personId", p.name as "personName"
    from privacy_request as r
    join published.contact as c on c.id = r.contact_id
    join published.operation as o on o.id = r.operation_id
    left join published.person as p on o.actor_kind = 'person' and p.id = o.actor_id
    order by r.done_at desc, r.id desc
    limit ${limit}`.execute(tx);
  return rows;
}
