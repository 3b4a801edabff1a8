import { sql } from "kysely";
import type { RawBuilder, SqlBool } from "kysely";
import { scopePredicate } from "../../../platform/access/scope-predicate.ts";
import type { Viewer } from "../../../platform/access/viewer.ts";
import type { AuditedRecord } from "../../../platform/ledger/audited-table.ts";

/** The records of a table, called `r`, with which the viewer may do this: by grant, or because they are their own. */
export function withinRights(
  viewer: Viewer,
  { object, ownAreFree }: AuditedRecord,
  action: string,
): RawBuilder<SqlBool> {
  const granted = scopePredicate(viewer, object, action, "r");
  const { owner } = object.belonging;
  if (!ownAreFree || owner === undefined) return granted;
  return sql<SqlBool>`(${granted} or ${sql.ref(`r.${owner}`)} = ${viewer.personId}::uuid)`;
}
