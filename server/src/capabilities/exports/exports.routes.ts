import { listExports } from "@tongzhou/contract/exports";
import type { ExportObject } from "@tongzhou/contract/exports";
import type { Viewer } from "../../platform/access/viewer.ts";
import type { Http } from "../../platform/http/http.ts";
import { serveDownload } from "../../platform/http/serve-download.ts";
import { serveRead } from "../../platform/http/serve-read.ts";
import { serveWrite } from "../../platform/http/serve-write.ts";
import { rowChoiceOf } from "../../platform/lists/choose-ids.ts";
import { EXPORT_LIST, beginExport } from "./begin-export.ts";
import { sourceNamed } from "./source-named.ts";
import type { ExportNeighbours } from "./source-named.ts";
import { mayExport, mayFollowOwnExports } from "./exports.access.ts";
import { previewExport } from "./preview-export.ts";
import { readExportFile } from "./read-export-file.ts";
import { showExport, showExports } from "./show-exports.ts";
import { STOP_EXPORT, stopExport } from "./stop-export.ts";

/** Exports: a list is taken out of the house as a file, and who took what is kept. */
export function exportsRoutes(http: Http, neighbours: ExportNeighbours): void {
  const { house } = http;
  const mayExportThis = (viewer: Viewer, { body }: { body: { object: ExportObject } }): boolean =>
    mayExport(viewer, sourceNamed(neighbours, body.object));
  serveRead(http, listExports.preview, {
    allow: mayExportThis,
    limit: "report",
    handle: (context, { body }) => previewExport(context, body.object, rowChoiceOf(body.choice), neighbours),
  });
  serveWrite(http, listExports.begin, {
    allow: mayExportThis,
    kind: EXPORT_LIST,
    creates: "repeatable",
    isolation: "repeatable read",
    async handle(context, { body }) {
      const id = await beginExport(house, context, body, neighbours);
      return showExport(context.client, context, id, neighbours);
    },
  });
  serveRead(http, listExports.list, {
    allow: mayFollowOwnExports,
    handle: (context, { query }) => showExports(house.pool, context, query, neighbours),
  });
  serveRead(http, listExports.show, {
    allow: mayFollowOwnExports,
    handle: (context, { params }) => showExport(house.pool, context, params.exportId, neighbours),
  });
  serveDownload(http, listExports.file, {
    allow: mayFollowOwnExports,
    handle: (context, { params }) => readExportFile(house, context, params.exportId, neighbours),
  });
  serveWrite(http, listExports.stop, {
    allow: mayFollowOwnExports,
    kind: STOP_EXPORT,
    async handle(context, { params }) {
      await stopExport(house, context, params.exportId);
      return showExport(house.pool, context, params.exportId, neighbours);
    },
  });
}
