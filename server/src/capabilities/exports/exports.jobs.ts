import { z } from "zod";
import { Viewer } from "../../platform/access/viewer.ts";
import { deleteFile } from "../../platform/files/delete-file.ts";
import { deleteOldFiles } from "../../platform/files/delete-old-files.ts";
import { storeFile } from "../../platform/files/store-file.ts";
import type { StoredFile } from "../../platform/files/stored-file.ts";
import { defineLongOperation } from "../../platform/jobs/long-operation.ts";
import type { LongOperationDefinition } from "../../platform/jobs/long-operation.ts";
import { noteProgress } from "../../platform/jobs/note-progress.ts";
import { summariseLongOperation } from "../../platform/jobs/summarise-long-operation.ts";
import { defineSchedule } from "../../platform/jobs/schedule.ts";
import type { House, ReadContext } from "../../platform/ledger/context.ts";
import { look } from "../../platform/ledger/look.ts";
import { operationKind } from "../../platform/ledger/operation-kind.ts";
import { countChosen } from "../../platform/lists/count-chosen.ts";
import { notify } from "../notifications/index.ts";
import { readPeopleSnapshot, requireCompany } from "../people/index.ts";
import { ExportOrder, exportRequestOf } from "./export-request-of.ts";
import { sourceNamed } from "./source-named.ts";
import type { ExportNeighbours } from "./source-named.ts";
import { EXPORT_FILE, KEPT_MS, expiryOf, findOutdatedFiles, finishExport } from "./exports.queries.ts";
import { writeExport } from "./write-export.ts";

const MS_BETWEEN_NOTES = 500;
/** A million rows of every column are a third of it. */
const LARGEST_EXPORT_BYTES = 2 * 1024 ** 3;

const Request = z.object({
  order: ExportOrder,
  personId: z.uuid(),
  /** What the key allows that asked for it; null for a person at a browser. */
  permissions: z.array(z.string()).nullable(),
});
type Request = z.infer<typeof Request>;
const Position = z.object({});

interface Prepared {
  readonly file: StoredFile;
  readonly rows: number;
}

/** Thrown to give a file up that nobody waits for any more. */
class GivenUp extends Error {}

const EXPORT_BATCH = operationKind("list.export_batch", { notUndoable: "undo.export" });

/** Files of this process that wait to be handed over. A process that dies takes its half a file along, and the next one writes it anew. */
const written = new Map<string, Prepared>();

/**
 * Writes a long list into a file: one snapshot, so one go, before the one batch that hands the file over. What is asked for
 * meanwhile (stop, pause) is looked at between pages; then nothing of the file is kept.
 */
export const exportList = (neighbours: ExportNeighbours): LongOperationDefinition<Request, z.infer<typeof Position>> =>
  defineLongOperation<Request, z.infer<typeof Position>>({
    name: "exports.list",
    batchKind: EXPORT_BATCH,
    request: Request,
    position: Position,

    async prepare(house, { id, request }) {
      written.delete(id);
      const prepared = await writeWhole(house, id, request, neighbours);
      if (prepared) written.set(id, prepared);
    },

    async batch(context, { id, request: { order, personId } }) {
      const prepared = written.get(id);
      if (!prepared) throw new Error(`nothing was written for the export ${id}`);
      const { rows, file } = prepared;
      const expiresAt = expiryOf(context.now);
      await finishExport(context, id, { rows, fileId: file.id, size: file.size, expiresAt });
      await summariseLongOperation(context, id, { count: rows });
      await notify(context, [{ personId, kind: "export.finished", params: { count: rows, object: order.object } }]);
      return { position: {}, done: 0, total: rows, isLast: true };
    },
  });

async function writeWhole(
  house: House,
  id: string,
  { order, personId, permissions }: Request,
  neighbours: ExportNeighbours,
): Promise<Prepared | undefined> {
  const goOn = async (done: number, total?: number): Promise<void> => {
    if (!(await noteProgress(house, id, done, total))) throw new GivenUp();
  };
  try {
    return await look(house, "job", async (context) => {
      const viewer = await viewerAsNow(context, personId, permissions, neighbours);
      const viewing = { ...context, viewer };
      const company = await requireCompany(context);
      const source = sourceNamed(neighbours, order.object);
      const { list, choice } = source.chosen(viewer, exportRequestOf(order).choice);
      await goOn(0, await countChosen(list, choice, viewing, company));
      let rows = 0;
      let noted = performance.now();
      const { name, mediaType, bytes } = writeExport(order, source, viewing, company, async (so) => {
        rows = so;
        if (performance.now() - noted < MS_BETWEEN_NOTES) return;
        noted = performance.now();
        await goOn(rows);
      });
      const described = {
        name,
        mediaType,
        purpose: EXPORT_FILE,
        createdBy: personId,
        limitBytes: LARGEST_EXPORT_BYTES,
      };
      const file = await storeFile(house, described, bytes);
      await goOn(rows, rows);
      return { file, rows };
    });
  } catch (error) {
    if (error instanceof GivenUp) return undefined;
    throw error;
  }
}

/** Whoever asked, with the rights of this moment. @throws Error when they have left. */
async function viewerAsNow(
  { tx }: ReadContext,
  personId: string,
  permissions: readonly string[] | null,
  { readPools = async () => [] }: ExportNeighbours,
): Promise<Viewer> {
  const snapshot = await readPeopleSnapshot(tx, readPools);
  const person = snapshot.people.get(personId);
  if (person?.active !== true) throw new Error("whoever asked for this export is no longer here");
  return new Viewer(snapshot, person, permissions);
}

/** Work of exports that is too long for one transaction. */
export const exportLongOperations = (neighbours: ExportNeighbours): readonly LongOperationDefinition[] => [
  exportList(neighbours) as LongOperationDefinition,
];

/** Files do not stay for ever. */
export const exportSchedules = [
  defineSchedule({
    name: "exports.delete_expired",
    time: { everyMinutes: 60 },
    // Those that were written and never handed over go with them.
    async handle({ house }) {
      await deleteOldFiles(house, EXPORT_FILE, new Date(house.clock.now().getTime() - KEPT_MS));
      for (const id of await findOutdatedFiles(house)) await deleteFile(house.pool, id);
    },
  }),
];
