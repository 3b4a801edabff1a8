import type { Kysely } from "kysely";
import type { FieldGrantLine, FieldLevel, GrantLine, Scope } from "../../../platform/access/grants.ts";
import { lineKey } from "../../../platform/access/grants.ts";
import { PeopleSnapshot } from "../../../platform/access/people-snapshot.ts";
import type { SnapshotPool, SnapshotRole } from "../../../platform/access/people-snapshot.ts";
import { readGiven } from "../../../platform/access/given.ts";
import { readHouseFields } from "../../../platform/custom-fields/house-field.ts";
import type { Tables } from "../../../platform/database/tables.generated.ts";
import type { Language } from "@tongzhou/contract/people";

/** Reads the pools of the house; whoever owns them hands this in. */
export type ReadPools = (tx: Kysely<Tables>) => Promise<readonly SnapshotPool[]>;

/** Everything that decides who may what, on one connection, so that it is of one moment. */
export async function readPeopleSnapshot(tx: Kysely<Tables>, readPools: ReadPools): Promise<PeopleSnapshot> {
  const people = await tx
    .selectFrom("person as p")
    .leftJoin("person_role as pr", "pr.person_id", "p.id")
    .select(({ fn }) => [
      "p.id",
      "p.name",
      "p.email",
      "p.language",
      "p.team_id",
      "p.active",
      "p.sign_in_id",
      fn.agg<string[] | null>("array_agg", ["pr.role_id"]).filterWhere("pr.role_id", "is not", null).as("role_ids"),
    ])
    .groupBy("p.id")
    .execute();
  const teams = await tx.selectFrom("team").select(["id", "parent_id"]).execute();
  const given = await readGiven(tx);
  return new PeopleSnapshot({
    people: people.map((row) => ({
      id: row.id,
      name: row.name,
      email: row.email,
      language: row.language as Language,
      teamId: row.team_id,
      active: row.active,
      signInId: row.sign_in_id,
      roleIds: row.role_ids ?? [],
    })),
    teams: teams.map((row) => ({ id: row.id, parentId: row.parent_id })),
    roles: await readRoles(tx),
    pools: await readPools(tx),
    houseFields: await readHouseFields(tx),
    given: given.holderIds,
    territories: given.territories,
  });
}

async function readRoles(tx: Kysely<Tables>): Promise<SnapshotRole[]> {
  const roles = await tx.selectFrom("role").select(["id", "code"]).execute();
  const grants = await tx.selectFrom("grant_rule").select(["role_id", "object", "action", "scope", "pools"]).execute();
  const fields = await tx
    .selectFrom("field_grant")
    .select(["role_id", "object", "field", "level", "scope", "pools", "beyond"])
    .execute();
  return roles.map(({ id, code }) => ({
    id,
    code,
    grants: new Map(
      grants
        .filter((row) => row.role_id === id)
        .map(({ object, action, scope, pools }): [string, GrantLine] => [
          lineKey(object, action),
          { object, action, scope: scope as Scope, pools },
        ]),
    ),
    fields: new Map(
      fields
        .filter((row) => row.role_id === id)
        .map(({ object, field, level, scope, pools, beyond }): [string, FieldGrantLine] => [
          lineKey(object, field),
          { object, field, level: level as FieldLevel, scope: scope as Scope, pools, beyond: beyond as FieldLevel },
        ]),
    ),
  }));
}
