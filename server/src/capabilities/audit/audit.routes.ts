import { audit } from "@tongzhou/contract/audit";
import type { Http } from "../../platform/http/http.ts";
import { serveOperating } from "../../platform/http/serve-operating.ts";
import { mayReadOwnOperations } from "./audit.access.ts";
import { previewOfUndo, undo } from "./undo.ts";

/** What was done, by whom, and taking it back. */
export function auditRoutes(http: Http): void {
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
}
