import type { RuleGroup } from "@tongzhou/contract/conditions";
import { sql } from "kysely";
import type { RawBuilder, SqlBool } from "kysely";
import type { Viewing } from "../access/acting.ts";
import { fieldExists, mayFilterBy } from "../access/field-access.ts";
import type { AccessObject } from "../access/access-object.ts";
import { scopePredicate } from "../access/scope-predicate.ts";
import type { Viewer } from "../access/viewer.ts";
import { compileConditions } from "../conditions/index.ts";
import type { ConditionContext, FieldAccess } from "../conditions/index.ts";
import { withHouseFields } from "../custom-fields/with-house-fields.ts";
import { Invalid } from "../problems/refusal.ts";
import type { ListDefinition } from "./list-definition.ts";

/** What chooses the rows of a list. */
export interface Choice {
  readonly filter: RuleGroup;
  readonly search: string;
}

/** What a use case needs to know of the company to mean "last 14 days". */
export interface Calendar {
  readonly timeZone: string;
}

/**
 * The condition that chooses the rows: the viewer's rights, what the list never shows, the filter and the quick search.
 * @throws Invalid with the path of each rule that is wrong.
 */
export function chooseRows<Row extends { id: string }>(
  list: ListDefinition<Row>,
  choice: Choice,
  viewing: Pick<Viewing, "viewer" | "now">,
  calendar: Calendar,
  action = "read",
): RawBuilder<SqlBool> {
  const { viewer, now } = viewing;
  const compiled = compileConditions(choice.filter, {
    ...conditionContextOf(viewer, list.object, list.governed),
    fields: withHouseFields(list.fields, viewer.snapshot, list.object.name),
    now,
    timeZone: calendar.timeZone,
    ...(list.aliases ? { aliases: list.aliases } : {}),
  });
  if (!compiled.ok) {
    throw new Invalid(
      compiled.problems.map(({ path, code, parameters }) => ({
        pointer: `/query/filter${path}`,
        code: `condition.${code}`,
        params: parameters,
      })),
      "filter_invalid",
    );
  }
  const parts: RawBuilder<unknown>[] = [scopePredicate(viewer, list.object, action, list.alias)];
  if (list.always) parts.push(list.always);
  if (choice.filter.rules.length > 0) parts.push(compiled.sql);
  const text = choice.search.trim();
  if (text !== "" && list.search) parts.push(list.search(text, viewer));
  return sql<SqlBool>`(${sql.join(parts, sql`) and (`)})`;
}

/** Who "me" is and which fields may be spoken of, for conditions that a person writes. */
export function conditionContextOf(
  viewer: Viewer,
  object: AccessObject,
  governed: Readonly<Record<string, string>> = {},
): Pick<ConditionContext, "viewer" | "teamMembers" | "accessTo"> {
  return {
    viewer: { userId: viewer.personId, teamId: viewer.person.teamId },
    teamMembers: (teamId, below) => membersOf(viewer, teamId, below),
    accessTo: (field) => accessTo(viewer, object, governed[field] ?? nameOf(field)),
  };
}

function membersOf(viewer: Viewer, teamId: string, below: boolean): string[] {
  const teams = below ? viewer.snapshot.teamAndBelow(teamId) : [teamId];
  return teams.flatMap((team) => viewer.snapshot.peopleIn(team).map((person) => person.id));
}

/** Fields are published as `<object>.<name>`; grants speak of `<name>`. */
function nameOf(field: string): string {
  return field.slice(field.indexOf(".") + 1);
}

function accessTo(viewer: Viewer, object: AccessObject, name: string): FieldAccess {
  if (!viewer.snapshot.governs(object, name)) return "read";
  if (!fieldExists(viewer, object, name)) return "hidden";
  return mayFilterBy(viewer, object, name) ? "read" : "masked";
}
