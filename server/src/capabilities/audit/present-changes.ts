import type { AuditChange } from "@tongzhou/contract/audit";
import type { Viewing } from "../../platform/access/acting.ts";
import { auditedTable } from "../../platform/ledger/audited-table.ts";
import type { RowImage } from "../../platform/ledger/audited-table.ts";
import { isOwn } from "./audit.access.ts";
import { nameActors } from "./name-actors.ts";
import type { ActorNamer } from "./name-actors.ts";
import { columnOf, isHiddenRow, presentRecord } from "./column-of.ts";
import { keyOf, readImages } from "./queries/read-images.ts";
import { readMadeImages } from "./queries/read-changes.ts";
import type { StoredChange } from "./queries/read-changes.ts";
import { seeRows } from "./see-rows.ts";
import type { Sight } from "./see-rows.ts";

const ACTS = { i: "created", u: "changed", d: "removed", r: "put_back" } as const;

export interface PresentedChanges {
  readonly rows: AuditChange[];
  /** How many of them belong to records outside the viewer's rights. */
  readonly outside: number;
}

/** Changes as the viewer may see them: hidden columns are not there, and a row of which nothing is left is not there either. */
export async function presentChanges(viewing: Viewing, changes: readonly StoredChange[]): Promise<PresentedChanges> {
  const complete = await withMadeImages(viewing, changes);
  const sight = await seeRows(
    viewing,
    complete.map(({ table, rowId, before, after, actorKind, actorId }) => ({
      table,
      rowId,
      values: [before, after].filter((image) => image !== null),
      own: isOwn(viewing.viewer, { actorKind, actorId }),
    })),
  );
  const nameActor = await nameActors(viewing, changes);
  const shown = complete.map((change) => presentChange(sight, nameActor, change));
  return {
    rows: shown.filter((change) => change !== "outside" && change !== "hidden"),
    outside: shown.filter((change) => change === "outside").length,
  };
}

/** Rows that were made get the values they were made with. */
async function withMadeImages(viewing: Viewing, changes: readonly StoredChange[]): Promise<readonly StoredChange[]> {
  const made = changes.filter(({ act }) => act === "i");
  if (made.length === 0) return changes;
  const images = await readImages(viewing, made);
  const earliest = await readMadeImages(viewing, made);
  return changes.map((change) => {
    const image = change.act === "i" ? images.get(keyOf(change))?.image : undefined;
    return image ? { ...change, after: { ...image, ...earliest.get(change.rowId) } } : change;
  });
}

function presentChange(sight: Sight, nameActor: ActorNamer, change: StoredChange): AuditChange | "outside" | "hidden" {
  const record = sight.recordOf(change);
  if (!record) return "outside";
  if (isHiddenRow(sight, change, record)) return "hidden";
  const columns = columnsOf(change).flatMap((column) => {
    const show = columnOf(sight, change, record, column);
    return show ? [{ column, before: show(change.before?.[column]), after: show(change.after?.[column]) }] : [];
  });
  if (change.act === "u" && columns.length === 0) return "hidden";
  return {
    operationId: change.operationId,
    kind: change.kind,
    actor: nameActor(change),
    at: change.at.toISOString(),
    table: change.table,
    rowId: change.rowId,
    act: ACTS[change.act],
    record: presentRecord(record),
    ...fieldOf(sight, change),
    columns,
  };
}

/** Which field of a company the row is a value of. */
function fieldOf(sight: Sight, change: StoredChange): Pick<AuditChange, "fieldId"> {
  const declared = auditedTable(change.table);
  const id =
    declared && "of" in declared && declared.fieldColumn ? sight.imageOf(change)?.[declared.fieldColumn] : undefined;
  return id ? { fieldId: id } : {};
}

/** Of whole rows only what was filled in. */
function columnsOf({ act, before, after }: StoredChange): string[] {
  const names = Object.keys({ ...before, ...after });
  const filled = (image: RowImage | null, name: string): boolean =>
    image !== null && image[name] !== null && image[name] !== undefined;
  return act === "u" ? names : names.filter((name) => filled(before, name) || filled(after, name));
}
