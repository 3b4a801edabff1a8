import { imports, MAX_IMPORT_BYTES } from "@tongzhou/contract/imports";
import type { Http } from "../../platform/http/http.ts";
import { serveRead } from "../../platform/http/serve-read.ts";
import { serveUpload } from "../../platform/http/serve-upload.ts";
import { dryRun } from "./dry-run.ts";
import { mayImport } from "./imports.access.ts";
import { previewFile } from "./preview-file.ts";
import { readRows } from "./read-rows.ts";
import { storeImportFile } from "./store-import-file.ts";

/** Imports: a file comes in, is looked at, tried, imported in the background, and answered for. */
export function importsRoutes(http: Http): void {
  serveFiles(http);
}

function serveFiles(http: Http): void {
  const { house } = http;
  serveUpload(http, imports.upload, {
    allow: mayImport,
    maxBytes: MAX_IMPORT_BYTES,
    handle: (viewer, { query }, bytes) => storeImportFile(house, viewer, query.name, bytes),
  });
  serveRead(http, imports.preview, {
    allow: mayImport,
    handle: (context, { params, body }) => previewFile(house, context, params.fileId, body),
  });
  serveRead(http, imports.readRows, {
    allow: mayImport,
    handle: (context, { params, body }) => readRows(house, context, params.fileId, body),
  });
  serveRead(http, imports.dryRun, {
    allow: mayImport,
    limit: "report",
    handle: (context, { params, body }) => dryRun(house, context, params.fileId, body),
  });
}
