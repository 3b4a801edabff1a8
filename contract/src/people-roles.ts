import { z } from "zod";
import { changeOf } from "./edit.ts";
import { endpoint } from "./endpoint.ts";
import { BilingualName, RoleRef } from "./people.ts";

/** How far a grant reaches; a territory is one's own and what lies in one's territories. */
export const Scope = z.enum(["none", "own", "team", "below", "territory", "all"]);
export type Scope = z.infer<typeof Scope>;

/** What a person may do with a field: it does not exist for them, is shown masked, can be read, can be changed. */
export const FieldLevel = z.enum(["hidden", "masked", "read", "edit"]);
export type FieldLevel = z.infer<typeof FieldLevel>;

const name = z.string().regex(/^(\*|[a-z][a-z_]*)$/);

export const Grant = z.object({
  /** `lead`, `campaign` …; `*` in a role stands for every object without a line of its own. */
  object: name,
  /** `read`, `edit`, `assign`, `export`, `delete`, `figures` …; `*` likewise. */
  action: name,
  scope: Scope,
  /** Kinds of pools this reaches; null: the pools the person belongs to. */
  pools: z.array(z.string()).nullable(),
});
export type Grant = z.infer<typeof Grant>;

export const FieldGrant = z.object({
  object: name,
  field: name,
  /** Holds for records within `scope` (and `pools`) … */
  level: FieldLevel,
  scope: Scope,
  pools: z.array(z.string()).nullable(),
  /** … and this for all others the person can see. */
  beyond: FieldLevel,
});
export type FieldGrant = z.infer<typeof FieldGrant>;

export const Role = RoleRef.extend({
  /** Came with the product: may be edited, not removed. */
  shipped: z.boolean(),
  peopleCount: z.int(),
  grants: z.array(Grant),
  fields: z.array(FieldGrant),
});
export type Role = z.infer<typeof Role>;

/** What grants can speak of, as the capabilities declare it. */
export const AccessObject = z.object({
  object: z.string(),
  actions: z.array(z.string()),
  /** Fields under field grants; all others follow the record. */
  fields: z.array(z.string()),
  /** Whether its records can lie in a territory; for all others that scope is one's own. */
  territories: z.boolean(),
});

const roleParams = z.object({ roleId: z.uuid() });
const grantValue = Grant.pick({ scope: true, pools: true });
const fieldGrantValue = FieldGrant.pick({ level: true, scope: true, pools: true, beyond: true });

export const roles = {
  list: endpoint({
    id: "people.listRoles",
    method: "GET",
    path: "/roles",
    summary: "All roles with what they may do.",
    response: z.array(Role),
  }),
  listObjects: endpoint({
    id: "people.listAccessObjects",
    method: "GET",
    path: "/access-objects",
    summary: "The objects, actions and fields that grants can speak of.",
    response: z.array(AccessObject),
  }),
  create: endpoint({
    id: "people.createRole",
    method: "POST",
    path: "/roles",
    summary: "Adds a role, as a copy of another or empty.",
    body: z.object({ name: BilingualName, copyOf: z.uuid().optional() }),
    response: Role,
    errors: ["role_name_taken"],
  }),
  rename: endpoint({
    id: "people.renameRole",
    method: "PATCH",
    path: "/roles/:roleId",
    summary: "Renames a role.",
    params: roleParams,
    body: z.object({ name: changeOf(BilingualName) }),
    response: Role,
    errors: ["role_name_taken", "changed_meanwhile"],
  }),
  remove: endpoint({
    id: "people.removeRole",
    method: "DELETE",
    path: "/roles/:roleId",
    summary: "Removes a role that nobody has and that did not come with the product.",
    params: roleParams,
    response: z.object({}),
    errors: ["role_in_use", "role_shipped"],
  }),
  setGrants: endpoint({
    id: "people.setGrants",
    method: "PUT",
    path: "/roles/:roleId/grants",
    summary: "Sets what a role may do, cell by cell; takes force at once.",
    params: roleParams,
    body: z.object({
      grants: z
        .array(z.object({ object: name, action: name, from: grantValue.nullable(), to: grantValue.nullable() }))
        .max(500)
        .default([]),
      fields: z
        .array(
          z.object({ object: name, field: name, from: fieldGrantValue.nullable(), to: fieldGrantValue.nullable() }),
        )
        .max(500)
        .default([]),
    }),
    response: Role,
    errors: ["last_admin", "changed_meanwhile"],
  }),
};
