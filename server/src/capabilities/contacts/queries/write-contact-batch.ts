import { insertNewRows, insertTogether } from "../../../platform/database/insert-rows.ts";
import { insertion } from "../../../platform/database/insertion.ts";
import type { Context } from "../../../platform/ledger/context.ts";
import type {
  ContactWrites,
  NewAlias,
  NewConflict,
  NewContact,
  NewIdentifier,
  NewMembership,
} from "../domain/contact-writes.ts";

const CONTACT = {
  id: "uuid",
  name: "text",
  name_sort: "text",
  title: "text",
  job_function: "text",
  job_level: "text",
  region_code: "text",
  owner_id: "uuid",
} as const;

const IDENTIFIER = {
  id: "uuid",
  contact_id: "uuid",
  home_contact_id: "uuid",
  kind: "text",
  value: "text",
  raw: "text",
  strong: "boolean",
  valid_from: "timestamptz",
} as const;

const MEMBERSHIP = {
  id: "uuid",
  contact_id: "uuid",
  home_contact_id: "uuid",
  account_id: "uuid",
  home_account_id: "uuid",
  title: "text",
  job_function: "text",
  job_level: "text",
  since: "timestamptz",
} as const;

/** Writes what a batch decided: what is new by one statement, keys in order inside each table. */
export async function writeContactBatch(context: Context, batch: ContactWrites): Promise<void> {
  const { client } = context;
  const identifiers = batch.newIdentifiers.toSorted((a, b) =>
    `${a.kind} ${a.value}` < `${b.kind} ${b.value}` ? -1 : 1,
  );
  const fresh = new Set(batch.newContacts.map((contact) => contact.id));
  const memberships = [...batch.newMemberships.values()];
  await insertTogether(client, [
    insertion<NewContact>("contact", CONTACT, batch.newContacts),
    insertion<NewIdentifier>(
      "identifier",
      IDENTIFIER,
      identifiers.filter((identifier) => identifier.strong),
    ),
    insertion<NewMembership>(
      "membership",
      MEMBERSHIP,
      memberships.filter((one) => fresh.has(one.contact_id)),
    ),
  ]);
  // Weak identifiers may be on the contact already, and a known contact in that account: only those pay for looking.
  await insertNewRows<NewIdentifier>(
    client,
    "identifier",
    IDENTIFIER,
    identifiers.filter((identifier) => !identifier.strong),
  );
  await fillBlanks(context, batch.filled);
  await insertNewRows<NewAlias>(
    client,
    "contact_alias",
    { id: "uuid", contact_id: "uuid", home_contact_id: "uuid", name: "text" },
    [...batch.newAliases.values()],
  );
  await insertNewRows<NewMembership>(
    client,
    "membership",
    MEMBERSHIP,
    memberships.filter((one) => !fresh.has(one.contact_id)),
  );
  await insertNewRows<NewConflict>(
    client,
    "contact_conflict",
    { id: "uuid", identifier_id: "uuid", contact_id: "uuid", other_contact_id: "uuid", at: "timestamptz" },
    [...batch.conflicts.values()],
  );
}

async function fillBlanks({ client }: Context, filled: ContactWrites["filled"]): Promise<void> {
  if (filled.size === 0) return;
  const people = [...filled];
  await client.query(
    `update contact as c
     set name = f.name, name_sort = f.name_sort, title = f.title, job_function = f.job_function, job_level = f.job_level, region_code = f.region_code
     from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[])
       as f (id, name, name_sort, title, job_function, job_level, region_code)
     where c.id = f.id`,
    [
      people.map(([id]) => id),
      people.map(([, person]) => person.name),
      people.map(([, person]) => person.nameSort),
      people.map(([, person]) => person.title),
      people.map(([, person]) => person.jobFunction),
      people.map(([, person]) => person.jobLevel),
      people.map(([, person]) => person.regionCode),
    ],
  );
}
