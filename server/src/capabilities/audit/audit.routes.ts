import { audit } from "@tongzhou/contract/audit";
import type { Viewing } from "../../platform/access/acting.ts";
import type { Call, Http } from "../../platform/http/http.ts";
import { serveOperating } from "../../platform/http/serve-operating.ts";
import { serveRead } from "../../platform/http/serve-read.ts";
import { auditedTable } from "../../platform/ledger/audited-table.ts";
import { NotFound } from "../../platform/problems/refusal.ts";
import { mayReadOwnOperations } from "./audit.access.ts";
import { presentChanges } from "./present-changes.ts";
import { presentOperations } from "./present-operations.ts";
import type { Say } from "./present-operations.ts";
import { countRows } from "./queries/count-rows.ts";
import { findOperation, listOperations } from "./queries/list-operations.ts";
import type { StoredOperation } from "./queries/list-operations.ts";
import { readChangesOf } from "./queries/read-changes.ts";
import { showHistory } from "./show-history.ts";
import { showTrash } from "./show-trash.ts";
import { previewOfUndo, restore, undo } from "./undo.ts";

/** What was done, by whom, and taking it back. */
export function auditRoutes(http: Http): void {
  const sayIn =
    ({ language }: Call): Say =>
    (code, params) =>
      http.phrases.say(language, code, params).title;
  serveRead(http, audit.list, {
    allow: mayReadOwnOperations,
    async handle(context, { query }, call) {
      const { rows, ...more } = await listOperations(context, query);
      return { ...more, rows: await presentOperations(context, rows, sayIn(call)) };
    },
  });
  serveRead(http, audit.show, {
    allow: mayReadOwnOperations,
    limit: "report",
    async handle(context, { params }, call) {
      const [shown] = await presentOperations(context, [await known(context, params.operationId)], sayIn(call));
      if (!shown) throw new NotFound("operation_not_found");
      return { ...shown, tables: await countRows(context, params.operationId) };
    },
  });
  serveRead(http, audit.changes, {
    allow: mayReadOwnOperations,
    limit: "report",
    async handle(context, { params, query }) {
      await known(context, params.operationId);
      if (!auditedTable(query.table)) throw new NotFound();
      const { rows, ...more } = await readChangesOf(context, params.operationId, query.table, query);
      return { ...more, ...(await presentChanges(context, rows)) };
    },
  });
  serveRead(http, audit.history, {
    allow: mayReadOwnOperations,
    handle: (context, { params, query }) => showHistory(context, params.object, params.recordId, query),
  });
  serveRead(http, audit.trash, {
    allow: mayReadOwnOperations,
    handle: (context, { query }) => showTrash(context, query),
  });
  serveOperating(http, audit.previewUndo, {
    access: "read",
    because: "a plan lives in temporary tables, which a read-only snapshot does not allow",
    allow: mayReadOwnOperations,
    handle: (asking, { params }) => previewOfUndo(asking, params.operationId),
  });
  serveOperating(http, audit.undo, {
    access: "write",
    because: "an undo is planned and carried out on one snapshot, and planned anew when the world moves",
    allow: mayReadOwnOperations,
    async handle(asking, { params }, call) {
      const { undoId, report } = await undo(asking, params.operationId);
      call.note(undoId);
      return report;
    },
  });
  serveOperating(http, audit.restore, {
    access: "write",
    because: "a part of an undo, and planned like one",
    allow: mayReadOwnOperations,
    async handle(asking, { params, body }, call) {
      const only = { table: body.object, rowIds: body.recordIds };
      const { undoId, report } = await restore(asking, params.operationId, only);
      call.note(undoId);
      return report;
    },
  });
}

async function known(context: Viewing, operationId: string): Promise<StoredOperation> {
  const operation = await findOperation(context, operationId);
  if (!operation) throw new NotFound("operation_not_found");
  return operation;
}
