import type { FieldGrant, Grant } from "@tongzhou/contract/people-roles";
import type { Company, WhoAmI } from "@tongzhou/contract/people-session";
import { accessObjects } from "../../platform/access/access-object.ts";
import { fieldGrantOf } from "../../platform/access/field-access.ts";
import { ANY } from "../../platform/access/grants.ts";
import { grantOf } from "../../platform/access/viewer.ts";
import type { Viewer } from "../../platform/access/viewer.ts";
import type { ReadContext } from "../../platform/ledger/context.ts";
import { NotFound } from "../../platform/problems/refusal.ts";
import type { PeopleNeighbours } from "./open-people.ts";
import { findCompany } from "./queries/company-rows.ts";
import { findPerson } from "./queries/person-rows.ts";

/** The viewer and what they may do, for pages to offer only what would be granted. */
export async function whoAmI(context: ReadContext, viewer: Viewer, neighbours: PeopleNeighbours): Promise<WhoAmI> {
  const person = await findPerson(context, viewer.personId);
  const company = await findCompany(context);
  if (!person || !company) throw new NotFound();
  return {
    person,
    company: presentCompany(company),
    grants: allGrants(viewer),
    fields: allFieldGrants(viewer),
    demo: ((await neighbours.readDemo?.(context)) ?? null) !== null,
  };
}

const presentCompany = ({ name, timeZone, currency, language, exportWatermark }: Company): Company => ({
  name,
  timeZone,
  currency,
  language,
  exportWatermark,
});

/** Every declared object and action, and those that only a line of a role names; what is not allowed is left out. */
function allGrants(viewer: Viewer): Grant[] {
  const named = viewer.roles.flatMap((role) => [...role.grants.values()]).filter((line) => line.object !== ANY);
  const pairs = new Map<string, { object: string; action: string }>();
  for (const { name: object, actions } of accessObjects()) {
    for (const action of actions) pairs.set(`${object}.${action}`, { object, action });
  }
  for (const { object, action } of named) if (action !== ANY) pairs.set(`${object}.${action}`, { object, action });
  return [...pairs.values()]
    .map(({ object, action }) => grantOf(viewer, object, action))
    .filter((grant) => grant.scope !== "none")
    .map(({ pools, ...grant }) => ({ ...grant, pools: pools && [...pools] }));
}

function allFieldGrants(viewer: Viewer): FieldGrant[] {
  return accessObjects().flatMap((object) =>
    Object.keys(object.fields).map((field) => {
      const { pools, ...grant } = fieldGrantOf(viewer, object, field);
      return { ...grant, pools: pools && [...pools] };
    }),
  );
}
