import type { StayingValue, UndoReport } from "@tongzhou/contract/audit";
import type { Viewing } from "../../platform/access/acting.ts";
import type { StayingRow, UndoReport as PlannedReport } from "../../platform/ledger/undo/report-plan.ts";
import { auditedTable } from "../../platform/ledger/audited-table.ts";
import { departuresOf } from "../../platform/ledger/undo/departures.ts";
import type { PlannedUndo } from "../../platform/ledger/undo/undo-operation.ts";
import { nameActors } from "./name-actors.ts";
import type { ActorNamer } from "./name-actors.ts";
import { columnOf, isHiddenRow, presentRecord } from "./column-of.ts";
import { seeRows } from "./see-rows.ts";
import type { Sight, WrittenRow } from "./see-rows.ts";

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

/** The report of an undo as the viewer may see it, while its plan is at hand. */
export async function presentUndo(
  viewing: Viewing,
  report: PlannedReport,
  { client, plan }: PlannedUndo,
): Promise<UndoReport> {
  const { staying, tables, operationId, kind, at, operations, stayingCount } = report;
  const sight = await seeRows(viewing, staying.map(writtenRow));
  const changes = staying.flatMap(({ changedBy }) => (changedBy ? [changedBy] : []));
  const nameActor = await nameActors(viewing, changes);
  const shown = staying.map((row) => presentStaying(sight, nameActor, row));
  return {
    operationId,
    kind,
    at: at.toISOString(),
    operations,
    tables: [...tables],
    goesBack: sum(tables.map(({ removed, restored, putBack }) => removed + restored + putBack)),
    stays: stayingCount,
    staying: shown.filter((row) => row !== undefined && row !== "hidden"),
    stayingOutside: shown.filter((row) => row === undefined).length,
    leftTheHouse: await departuresOf(client, plan),
  };
}

function writtenRow({ table, rowId, column, before, written, now }: StayingRow): WrittenRow {
  const values = column === undefined ? [] : [before, written, now].map((value) => ({ [column]: value }));
  return { table, rowId, values, own: false };
}

/** `hidden`: a column that does not exist for the viewer, or a fact, which is counted only; undefined: a record outside their rights. */
function presentStaying(sight: Sight, nameActor: ActorNamer, row: StayingRow): StayingValue | "hidden" | undefined {
  const { table, column, reason, changedBy } = row;
  if (!auditedTable(table)) return "hidden";
  const record = sight.recordOf(row);
  if (!record) return undefined;
  if (isHiddenRow(sight, row, record)) return "hidden";
  const show = column === undefined ? () => null : columnOf(sight, row, record, column);
  if (!show) return "hidden";
  return {
    record: presentRecord(record),
    table,
    ...(column === undefined ? {} : { column }),
    reason,
    before: show(row.before),
    written: show(row.written),
    now: show(row.now),
    ...(changedBy
      ? {
          changedBy: {
            operationId: changedBy.operationId,
            kind: changedBy.kind,
            actor: nameActor(changedBy),
            at: changedBy.at.toISOString(),
          },
        }
      : {}),
  };
}
