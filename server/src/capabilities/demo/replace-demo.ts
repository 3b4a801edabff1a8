import type { NewCompany } from "@tongzhou/contract/people-session";
import type { Acting } from "../../platform/access/acting.ts";
import { isWorkUnderWay } from "../../platform/jobs/is-work-under-way.ts";
import { emptyHouse } from "../../platform/ledger/empty-house.ts";
import { operationKind } from "../../platform/ledger/operation-kind.ts";
import { Conflict, Invalid } from "../../platform/problems/refusal.ts";
import { beginCompany, findPersonByEmail } from "../people/index.ts";
import type { PeopleHouse } from "../people/index.ts";
import { showDemo } from "./show-demo.ts";

export const REPLACE_DEMO = operationKind("demo.replace", { notUndoable: "undo.demo_replaced" });

/**
 * Removes the demo company with everything that was added to it, and makes a company with its first administrator, all or
 * nothing. The act is entered in the name of that administrator, because the person who did it goes with the demo.
 * @param confirmation the demo company's name, as it was typed.
 * @returns by what the administrator signs in.
 * @throws Conflict `demo_absent`, so that a company of somebody's own is never removed; `demo_work_under_way`; Invalid
 * for a confirmation that differs; what `beginCompany` throws.
 */
export async function replaceDemo(
  context: Acting,
  signIn: PeopleHouse["signIn"],
  company: NewCompany,
  confirmation: string,
): Promise<string> {
  const demo = await showDemo(context);
  if (demo === null) throw new Conflict("demo_absent");
  if (confirmation.normalize("NFKC") !== demo.companyName.normalize("NFKC"))
    throw new Invalid([{ pointer: "/confirmation", code: "field.confirmation_differs" }]);
  if (await isWorkUnderWay(context)) throw new Conflict("demo_work_under_way");
  const adminId = context.newId();
  await emptyHouse(context, adminId);
  const actor = { kind: "person", personId: adminId } as const;
  await beginCompany({ ...context, actor }, signIn, adminId, company);
  const { leads, contacts, accounts, opportunities } = demo;
  await context.summarise({
    leads: leads.all,
    contacts: contacts.all,
    accounts: accounts.all,
    opportunities: opportunities.all,
  });
  const admin = await findPersonByEmail(context, company.email.toLowerCase());
  if (!admin?.signInId) throw new Error("the administrator was made without a way to sign in");
  return admin.signInId;
}
