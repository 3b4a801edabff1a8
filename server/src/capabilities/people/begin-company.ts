import type { NewCompany } from "@tongzhou/contract/people-session";
import type { Context } from "../../platform/ledger/context.ts";
import { operationKind } from "../../platform/ledger/operation-kind.ts";
import { Conflict, Invalid } from "../../platform/problems/refusal.ts";
import type { SignIn } from "../../platform/sign-in/open-sign-in.ts";
import { createPerson } from "./create-person.ts";
import { isTimeZone } from "./domain/is-time-zone.ts";
import { findCompany, insertCompany } from "./queries/company-rows.ts";
import { hasPeople, lockAdministrators } from "./queries/person-rows.ts";
import { findRoleId } from "./queries/role-rows.ts";

export const BEGIN_COMPANY = operationKind("company.begin", { notUndoable: "undo.first_run" });

/**
 * The first run: makes the company and its first administrator, while nobody exists. Of two at once one wins.
 * @param personId of the administrator, in whose name the operation is open already.
 * @throws Conflict `first_run_over`; Invalid for an unknown time zone.
 */
export async function beginCompany(
  context: Context,
  signIn: Pick<SignIn, "passwords">,
  personId: string,
  wanted: NewCompany,
): Promise<void> {
  await lockAdministrators(context);
  if ((await hasPeople(context)) || (await findCompany(context))) throw new Conflict("first_run_over");
  if (!isTimeZone(wanted.timeZone)) throw new Invalid([{ pointer: "/timeZone", code: "field.not_offered" }]);
  const { companyName, timeZone, currency, language, name, email, password } = wanted;
  await insertCompany(context, { name: companyName, timeZone, currency, language });
  const admin = await findRoleId(context, "admin");
  if (admin === undefined) throw new Error("the shipped role admin is missing");
  await createPerson(context, signIn, {
    id: personId,
    name,
    email,
    language,
    teamId: null,
    roleIds: [admin],
    password,
  });
}
