import { sql } from "kysely";
import type { Kysely } from "kysely";
import type { Language, Person } from "@tongzhou/contract/people";
import type { Context, ReadContext } from "../../../platform/ledger/context.ts";
import type { Tables } from "../../../platform/database/tables.generated.ts";
import { behind, cutPage, decodeCursor } from "../../../platform/paging/keyset.ts";

export interface PersonFilter {
  readonly search?: string | undefined;
  readonly teamId?: string | undefined;
  readonly roleId?: string | undefined;
  readonly active?: boolean | undefined;
}

export interface LockedPerson {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  readonly language: Language;
  readonly teamId: string | null;
  readonly active: boolean;
  readonly signInId: string | null;
  /** In order of id. */
  readonly roleIds: readonly string[];
}

const BY_NAME = "people by name";

function personRows(tx: Kysely<Tables>) {
  return tx
    .selectFrom("person as p")
    .leftJoin("team as t", "t.id", "p.team_id")
    .select([
      "p.id",
      "p.name",
      "p.name_sort",
      "p.email",
      "p.language",
      "p.team_id as teamId",
      "t.name as teamName",
      "p.active",
      sql<boolean>`p.sign_in_id is not null`.as("canSignIn"),
      sql<Person["roles"]>`(
        select coalesce(jsonb_agg(jsonb_build_object(
          'id', r.id, 'code', r.code, 'name', jsonb_build_object('zh', r.name_zh, 'en', r.name_en)) order by r.code), '[]')
        from person_role as pr
        join role as r on r.id = pr.role_id
        where pr.person_id = p.id)`.as("roles"),
    ]);
}

type PersonRow = Awaited<ReturnType<ReturnType<typeof personRows>["execute"]>>[number];

/** A page of people by name. */
export async function findPeople(
  { tx }: ReadContext,
  filter: PersonFilter,
  page: { readonly cursor?: string | undefined; readonly limit: number },
): Promise<{ rows: Person[]; nextCursor?: string }> {
  let query = personRows(tx);
  if (filter.search) {
    const like = `%${filter.search.replace(/[\\%_]/g, "\\$&")}%`;
    query = query.where((eb) => eb.or([eb("p.name", "ilike", like), eb("p.email", "ilike", like)]));
  }
  if (filter.teamId !== undefined) query = query.where("p.team_id", "=", filter.teamId);
  if (filter.active !== undefined) query = query.where("p.active", "=", filter.active);
  if (filter.roleId !== undefined) {
    const { roleId } = filter;
    query = query.where(({ exists, selectFrom }) =>
      exists(
        selectFrom("person_role as x")
          .select("x.id")
          .whereRef("x.person_id", "=", "p.id")
          .where("x.role_id", "=", roleId),
      ),
    );
  }
  if (page.cursor !== undefined) {
    const keys = decodeCursor(BY_NAME, page.cursor, 2);
    query = query.where(behind([sql.ref("p.name_sort"), sql.ref("p.id")], keys, "asc"));
  }
  const rows = await query
    .orderBy("p.name_sort")
    .orderBy("p.id")
    .limit(page.limit + 1)
    .execute();
  const cut = cutPage(rows, page.limit, BY_NAME, (row) => [row.name_sort, row.id]);
  return { ...cut, rows: cut.rows.map(asPerson) };
}

/** One person as the contract shows them. */
export async function findPerson({ tx }: Pick<ReadContext, "tx">, id: string): Promise<Person | undefined> {
  const row = await personRows(tx).where("p.id", "=", id).executeTakeFirst();
  return row && asPerson(row);
}

/** The names of everybody, in the order of names. */
export async function findDirectory({ tx }: ReadContext) {
  const rows = await tx
    .selectFrom("person")
    .select(["id", "name", "team_id", "active"])
    .orderBy("name_sort")
    .orderBy("id")
    .execute();
  return rows.map((row) => ({ id: row.id, name: row.name, teamId: row.team_id, active: row.active }));
}

/** Locks a person for a change. */
export async function lockPerson({ tx }: Context, id: string): Promise<LockedPerson | undefined> {
  const row = await tx.selectFrom("person").selectAll().where("id", "=", id).forUpdate().executeTakeFirst();
  if (!row) return undefined;
  const roles = await tx
    .selectFrom("person_role")
    .select("role_id")
    .where("person_id", "=", id)
    .orderBy("role_id")
    .execute();
  return {
    id: row.id,
    name: row.name,
    email: row.email,
    language: row.language as Language,
    teamId: row.team_id,
    active: row.active,
    signInId: row.sign_in_id,
    roleIds: roles.map((role) => role.role_id),
  };
}

/** Who signs in under an e-mail address. */
export async function findPersonByEmail(
  { tx }: ReadContext,
  email: string,
): Promise<{ id: string; signInId: string | null; active: boolean } | undefined> {
  const row = await tx
    .selectFrom("person")
    .select(["id", "sign_in_id", "active"])
    .where(sql`lower(email)`, "=", email.toLowerCase())
    .executeTakeFirst();
  return row && { id: row.id, signInId: row.sign_in_id, active: row.active };
}

/** Whether an address is somebody else's already. */
export async function isEmailTaken({ tx }: Context, email: string, exceptId?: string): Promise<boolean> {
  let query = tx
    .selectFrom("person")
    .select("id")
    .where(sql`lower(email)`, "=", email.toLowerCase());
  if (exceptId !== undefined) query = query.where("id", "<>", exceptId);
  return (await query.executeTakeFirst()) !== undefined;
}

/** Whether anybody exists; the first run is over then. */
export async function hasPeople({ tx }: ReadContext): Promise<boolean> {
  return (await tx.selectFrom("person").select("id").limit(1).executeTakeFirst()) !== undefined;
}

/** Adds a person. */
export async function insertPerson(
  { tx }: Context,
  person: Omit<LockedPerson, "roleIds"> & { readonly nameSort: string },
): Promise<void> {
  await tx
    .insertInto("person")
    .values({
      id: person.id,
      name: person.name,
      name_sort: person.nameSort,
      email: person.email,
      language: person.language,
      team_id: person.teamId,
      active: person.active,
      sign_in_id: person.signInId,
    })
    .execute();
}

/** Writes changed fields of a person. */
export async function updatePerson(
  { tx }: Context,
  id: string,
  values: Partial<{
    name: string;
    name_sort: string;
    email: string | null;
    language: string;
    team_id: string | null;
    active: boolean;
    sign_in_id: string | null;
  }>,
): Promise<void> {
  if (Object.keys(values).length === 0) return;
  await tx.updateTable("person").set(values).where("id", "=", id).execute();
}

/** Makes these the roles of a person. */
export async function replaceRoles(
  { tx, newId }: Context,
  personId: string,
  roleIds: readonly string[],
): Promise<void> {
  await tx
    .deleteFrom("person_role")
    .where("person_id", "=", personId)
    .$if(roleIds.length > 0, (query) => query.where("role_id", "not in", [...roleIds]))
    .execute();
  if (roleIds.length === 0) return;
  await tx
    .insertInto("person_role")
    .values(roleIds.map((roleId) => ({ id: newId(), person_id: personId, role_id: roleId })))
    .onConflict((conflict) => conflict.columns(["person_id", "role_id"]).doNothing())
    .execute();
}

/** One change at a time of who may administer, so that two cannot take the last administrators away together. */
export async function lockAdministrators({ tx }: Context): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('people.administrators'))`.execute(tx);
}

function asPerson({ id, name, email, language, teamId, teamName, active, canSignIn, roles }: PersonRow): Person {
  return { id, name, email, language: language as Language, teamId, teamName, active, canSignIn, roles };
}
