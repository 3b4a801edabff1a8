import type { Language } from "@tongzhou/contract/people";
import type { Context } from "../../platform/ledger/context.ts";
import { operationKind } from "../../platform/ledger/operation-kind.ts";
import { Conflict } from "../../platform/problems/refusal.ts";
import type { SignIn } from "../../platform/sign-in/open-sign-in.ts";
import { sortKey } from "../../platform/text/sort-key.ts";
import { insertPerson, isEmailTaken, replaceRoles } from "./queries/person-rows.ts";
import { insertSecurityEvent } from "./queries/security-event-rows.ts";

export const CREATE_PERSON = operationKind("person.create");

export interface NewPerson {
  /** Given when the person must be known before they exist: the first administrator acts in their own name. */
  readonly id?: string;
  readonly name: string;
  /** Null for people who do not sign in (brought along by an import). */
  readonly email: string | null;
  readonly language?: Language;
  readonly teamId: string | null;
  readonly roleIds: readonly string[];
  /** Null: no password yet, so no way to sign in. */
  readonly password: string | null;
}

/**
 * Adds a person with roles, and with a password to sign in by when there is one.
 * @returns the person's id.
 * @throws Conflict `email_taken`.
 */
export async function createPerson(
  context: Context,
  signIn: Pick<SignIn, "passwords">,
  person: NewPerson,
): Promise<string> {
  if (person.email !== null && (await isEmailTaken(context, person.email))) throw new Conflict("email_taken");
  const id = person.id ?? context.newId();
  const signInId = person.password === null ? null : await signIn.passwords.create(person.password);
  await insertPerson(context, {
    id,
    name: person.name,
    nameSort: sortKey(person.name, "person"),
    email: person.email,
    language: person.language ?? "zh-CN",
    teamId: person.teamId,
    active: true,
    signInId,
  });
  await replaceRoles(context, id, person.roleIds);
  await insertSecurityEvent(context, { kind: "person_created", personId: id, details: { roleIds: person.roleIds } });
  await context.emit("person.created", [id]);
  return id;
}
