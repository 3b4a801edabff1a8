import type { DemoPerson, Door } from "@tongzhou/contract/people-session";
import type { ReadContext } from "../../platform/ledger/context.ts";
import type { PeopleNeighbours } from "./open-people.ts";
import { findCompany } from "./queries/company-rows.ts";
import { findPerson, hasPeople } from "./queries/person-rows.ts";

/**
 * What the page before signing in shows. While the demo company is loaded its people are shown with their passwords, which
 * are public; otherwise nothing of anybody is told but the company's name.
 */
export async function showDoor(context: ReadContext, neighbours: PeopleNeighbours): Promise<Door> {
  const company = await findCompany(context);
  return {
    state: (await hasPeople(context)) ? "sign_in" : "first_run",
    companyName: company?.name ?? null,
    now: context.now.toISOString(),
    demoPeople: await showDemoPeople(context, neighbours),
  };
}

async function showDemoPeople(context: ReadContext, neighbours: PeopleNeighbours): Promise<DemoPerson[]> {
  const demo = (await neighbours.readDemo?.(context)) ?? [];
  const ids = demo.map((person) => person.personId);
  const awaiting = await Promise.all((neighbours.readAwaiting ?? []).map((read) => read(context, ids)));
  const shown: DemoPerson[] = [];
  for (const { personId, password } of demo) {
    const person = await findPerson(context, personId);
    if (!person?.active || person.email === null) continue;
    shown.push({
      personId,
      name: person.name,
      email: person.email,
      password,
      roles: person.roles,
      awaits: awaiting.flatMap((lines) => lines.get(personId) ?? []),
    });
  }
  return shown;
}
