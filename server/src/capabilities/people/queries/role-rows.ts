import { sql } from "kysely";
import type { Kysely } from "kysely";
import type { FieldGrant, FieldLevel, Grant, Role, Scope } from "@tongzhou/contract/people-roles";
import type { Tables } from "../../../platform/database/tables.generated.ts";
import type { Context, ReadContext } from "../../../platform/ledger/context.ts";

/** All roles with their lines, shipped ones first, in the order they came. */
export async function findRoles({ tx }: Pick<ReadContext, "tx">, id?: string): Promise<Role[]> {
  let query = tx
    .selectFrom("role as r")
    .select([
      "r.id",
      "r.code",
      "r.name_zh",
      "r.name_en",
      "r.shipped",
      sql<number>`(
        select count(*)::int
        from person_role as pr
        join person as p on p.id = pr.person_id and p.active
        where pr.role_id = r.id)`.as("peopleCount"),
    ])
    .orderBy("r.shipped", "desc")
    .orderBy("r.operation_id")
    .orderBy("r.name_en");
  if (id !== undefined) query = query.where("r.id", "=", id);
  const rows = await query.execute();
  const grants = await findGrants(tx);
  const fields = await findFieldGrants(tx);
  return rows.map((row) => ({
    id: row.id,
    code: row.code,
    name: { zh: row.name_zh, en: row.name_en },
    shipped: row.shipped,
    peopleCount: row.peopleCount,
    grants: grants.filter((line) => line.roleId === row.id).map((line) => line.grant),
    fields: fields.filter((line) => line.roleId === row.id).map((line) => line.grant),
  }));
}

async function findGrants(tx: Kysely<Tables>): Promise<{ roleId: string; grant: Grant }[]> {
  const rows = await tx
    .selectFrom("grant_rule")
    .select(["role_id as roleId", "object", "action", "scope", "pools"])
    .orderBy("object")
    .orderBy("action")
    .execute();
  return rows.map(({ roleId, scope, ...line }) => ({ roleId, grant: { ...line, scope: scope as Scope } }));
}

async function findFieldGrants(tx: Kysely<Tables>): Promise<{ roleId: string; grant: FieldGrant }[]> {
  const rows = await tx
    .selectFrom("field_grant")
    .select(["role_id as roleId", "object", "field", "level", "scope", "pools", "beyond"])
    .orderBy("object")
    .orderBy("field")
    .execute();
  return rows.map(({ roleId, level, scope, beyond, ...line }) => ({
    roleId,
    grant: { ...line, level: level as FieldLevel, scope: scope as Scope, beyond: beyond as FieldLevel },
  }));
}

/** Locks a role, and with it its lines, for a change. */
export async function lockRole(
  { tx }: Context,
  id: string,
): Promise<{ code: string; name: { zh: string; en: string }; shipped: boolean } | undefined> {
  const row = await tx.selectFrom("role").selectAll().where("id", "=", id).forUpdate().executeTakeFirst();
  return row && { code: row.code, name: { zh: row.name_zh, en: row.name_en }, shipped: row.shipped };
}

/** The role that ships under a code. */
export async function findRoleId({ tx }: Pick<ReadContext, "tx">, code: string): Promise<string | undefined> {
  const row = await tx.selectFrom("role").select("id").where("code", "=", code).executeTakeFirst();
  return row?.id;
}

/** Whether another role bears one of the names. */
export async function isRoleNameTaken(
  { tx }: Context,
  name: { readonly zh: string; readonly en: string },
  exceptId?: string,
): Promise<boolean> {
  let query = tx
    .selectFrom("role")
    .select("id")
    .where((eb) => eb.or([eb("name_zh", "=", name.zh), eb("name_en", "=", name.en)]));
  if (exceptId !== undefined) query = query.where("id", "<>", exceptId);
  return (await query.executeTakeFirst()) !== undefined;
}

export async function insertRole(
  { tx }: Context,
  role: { readonly id: string; readonly code: string; readonly name: { readonly zh: string; readonly en: string } },
): Promise<void> {
  await tx
    .insertInto("role")
    .values({ id: role.id, code: role.code, name_zh: role.name.zh, name_en: role.name.en })
    .execute();
}

export async function renameRoleRow(
  { tx }: Context,
  id: string,
  name: { readonly zh: string; readonly en: string },
): Promise<void> {
  await tx.updateTable("role").set({ name_zh: name.zh, name_en: name.en }).where("id", "=", id).execute();
}

export async function countHolders({ tx }: Context, roleId: string): Promise<number> {
  const row = await tx
    .selectFrom("person_role")
    .select(sql<number>`count(*)::int`.as("count"))
    .where("role_id", "=", roleId)
    .executeTakeFirstOrThrow();
  return row.count;
}

/** Removes a role and its lines. */
export async function deleteRole({ tx }: Context, id: string): Promise<void> {
  await tx.deleteFrom("grant_rule").where("role_id", "=", id).execute();
  await tx.deleteFrom("field_grant").where("role_id", "=", id).execute();
  await tx.deleteFrom("role").where("id", "=", id).execute();
}

/** Writes one line of a role; null removes it. */
export async function writeGrant(
  { tx, newId }: Context,
  roleId: string,
  cell: { readonly object: string; readonly action: string },
  value: Pick<Grant, "scope" | "pools"> | null,
): Promise<void> {
  const { object, action } = cell;
  if (value === null) {
    await tx
      .deleteFrom("grant_rule")
      .where("role_id", "=", roleId)
      .where("object", "=", object)
      .where("action", "=", action)
      .execute();
    return;
  }
  await tx
    .insertInto("grant_rule")
    .values({ id: newId(), role_id: roleId, object, action, ...value })
    .onConflict((conflict) => conflict.columns(["role_id", "object", "action"]).doUpdateSet(value))
    .execute();
}

/** Writes one field line of a role; null removes it. */
export async function writeFieldGrant(
  { tx, newId }: Context,
  roleId: string,
  cell: { readonly object: string; readonly field: string },
  value: Pick<FieldGrant, "level" | "scope" | "pools" | "beyond"> | null,
): Promise<void> {
  const { object, field } = cell;
  if (value === null) {
    await tx
      .deleteFrom("field_grant")
      .where("role_id", "=", roleId)
      .where("object", "=", object)
      .where("field", "=", field)
      .execute();
    return;
  }
  await tx
    .insertInto("field_grant")
    .values({ id: newId(), role_id: roleId, object, field, ...value })
    .onConflict((conflict) => conflict.columns(["role_id", "object", "field"]).doUpdateSet(value))
    .execute();
}
