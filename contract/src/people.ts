import { z } from "zod";
import { changeOf } from "./edit.ts";
import { endpoint } from "./endpoint.ts";
import { pageOf, PageQuery } from "./paging.ts";

export const Language = z.enum(["zh-CN", "en"]);
export type Language = z.infer<typeof Language>;

/** A name that our users see, in both languages. */
export const BilingualName = z.object({ zh: z.string().trim().min(1).max(60), en: z.string().trim().min(1).max(60) });

export const PersonName = z.string().trim().min(1).max(200);
export const PersonEmail = z.email().max(254);

/** Long rather than complicated: length is what resists guessing. */
export const Password = z.string().min(10).max(128);

export const RoleRef = z.object({ id: z.uuid(), code: z.string(), name: BilingualName });

export const Person = z.object({
  id: z.uuid(),
  name: z.string(),
  email: z.string().nullable(),
  language: Language,
  teamId: z.uuid().nullable(),
  teamName: z.string().nullable(),
  active: z.boolean(),
  /** Whether there is a password to sign in with. */
  canSignIn: z.boolean(),
  roles: z.array(RoleRef),
});
export type Person = z.infer<typeof Person>;

/** What everybody may know of everybody: for pickers of owners and members. */
export const PersonEntry = z.object({
  id: z.uuid(),
  name: z.string(),
  teamId: z.uuid().nullable(),
  active: z.boolean(),
});

const personParams = z.object({ personId: z.uuid() });

export const people = {
  list: endpoint({
    id: "people.list",
    method: "GET",
    path: "/people",
    summary: "People by name, narrowed by team, role and whether they still work here.",
    query: PageQuery.extend({
      search: z.string().trim().max(100).optional(),
      teamId: z.uuid().optional(),
      roleId: z.uuid().optional(),
      active: z.stringbool().optional(),
    }),
    response: pageOf(Person),
  }),
  directory: endpoint({
    id: "people.directory",
    method: "GET",
    path: "/people/directory",
    summary: "Everybody's name and team, for pickers.",
    response: z.array(PersonEntry),
  }),
  show: endpoint({
    id: "people.show",
    method: "GET",
    path: "/people/:personId",
    summary: "One person.",
    params: personParams,
    response: Person,
  }),
  create: endpoint({
    id: "people.create",
    method: "POST",
    path: "/people",
    summary: "Adds a person; without a password one is made and answered, this one time.",
    body: z.object({
      name: PersonName,
      email: PersonEmail,
      language: Language.default("zh-CN"),
      teamId: z.uuid().nullable().default(null),
      roleIds: z.array(z.uuid()).max(20),
      password: Password.optional(),
    }),
    response: Person.extend({ temporaryPassword: z.string().optional() }),
    errors: ["email_taken"],
  }),
  edit: endpoint({
    id: "people.edit",
    method: "PATCH",
    path: "/people/:personId",
    summary: "Changes fields of a person; each change tells the value it replaces.",
    params: personParams,
    body: z.object({
      name: changeOf(PersonName),
      email: changeOf(PersonEmail.nullable()),
      language: changeOf(Language),
      teamId: changeOf(z.uuid().nullable()),
      roleIds: changeOf(z.array(z.uuid()).max(20)),
    }),
    response: Person,
    errors: ["email_taken", "last_admin", "changed_meanwhile"],
  }),
  deactivate: endpoint({
    id: "people.deactivate",
    method: "POST",
    path: "/people/:personId/deactivation",
    summary: "The person works here no longer: cannot sign in, gets nothing new.",
    params: personParams,
    response: Person,
    errors: ["last_admin"],
  }),
  reactivate: endpoint({
    id: "people.reactivate",
    method: "DELETE",
    path: "/people/:personId/deactivation",
    summary: "The person works here again.",
    params: personParams,
    response: Person,
  }),
  resetPassword: endpoint({
    id: "people.resetPassword",
    method: "POST",
    path: "/people/:personId/password",
    summary: "Gives a person a new password, answered this one time; their sessions end.",
    params: personParams,
    response: z.object({ temporaryPassword: z.string() }),
  }),
};
