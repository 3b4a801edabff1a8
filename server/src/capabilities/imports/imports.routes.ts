import { imports, MAX_IMPORT_BYTES } from "@tongzhou/contract/imports";
import type { Http } from "../../platform/http/http.ts";
import { serveDownload } from "../../platform/http/serve-download.ts";
import { serveOperating } from "../../platform/http/serve-operating.ts";
import { serveRead } from "../../platform/http/serve-read.ts";
import { serveUpload } from "../../platform/http/serve-upload.ts";
import { serveWrite } from "../../platform/http/serve-write.ts";
import { IMPORT_LEADS, beginImport } from "./begin-import.ts";
import { CONTROL_IMPORT, controlImport } from "./control-import.ts";
import { dryRun } from "./dry-run.ts";
import { mayBringIn, mayImport, mayReadImports } from "./imports.access.ts";
import { listSheets } from "./list-sheets.ts";
import { openSheet } from "./open-sheet.ts";
import { previewFile } from "./preview-file.ts";
import { refuseSameFile } from "./refuse-same-file.ts";
import { readRows } from "./read-rows.ts";
import { showImport, showImports } from "./show-imports.ts";
import { showRejects } from "./show-rejects.ts";
import { storeImportFile } from "./store-import-file.ts";
import { writeErrorFile } from "./write-error-file.ts";

/** Imports: a file comes in, is looked at, tried, imported in the background, and answered for. */
export function importsRoutes(http: Http): void {
  serveFiles(http);
  serveHistory(http);
  serveCourse(http);
}

function serveFiles(http: Http): void {
  const { house } = http;
  serveUpload(http, imports.upload, {
    allow: mayImport,
    maxBytes: MAX_IMPORT_BYTES,
    handle: (viewer, { query }, bytes) => storeImportFile(house, viewer, query.name, bytes),
  });
  serveRead(http, imports.sheets, {
    allow: mayImport,
    handle: (context, { params }) => listSheets(house, context.viewer, params.fileId),
  });
  serveOperating(http, imports.openSheet, {
    access: "write",
    because: "it writes a stored file, which is no business row, and takes long enough to hold nothing open meanwhile",
    allow: mayImport,
    handle: ({ viewer }, { params, body }) => openSheet(house, viewer, params.fileId, body.sheet),
  });
  serveRead(http, imports.preview, {
    allow: mayImport,
    handle: (context, { params, body }) => previewFile(house, context, params.fileId, body),
  });
  serveRead(http, imports.readRows, {
    allow: (viewer, { body }) => mayBringIn(viewer, body.object),
    handle: (context, { params, body }) => readRows(house, context, params.fileId, body),
  });
  serveRead(http, imports.dryRun, {
    allow: (viewer, { body }) => mayBringIn(viewer, body.object),
    limit: "report",
    handle: (context, { params, body }) => dryRun(house, context, params.fileId, body),
  });
}

function serveHistory(http: Http): void {
  const { house } = http;
  serveWrite(http, imports.begin, {
    allow: (viewer, { body }) => mayBringIn(viewer, body.settings.object),
    kind: IMPORT_LEADS,
    creates: "repeatable",
    async handle(context, { body }) {
      if (!body.again) await refuseSameFile(house, context, body.fileId);
      const id = await beginImport(house, context, context.viewer, body.fileId, body.settings);
      return showImport({ pool: context.client }, context, id);
    },
  });
  serveRead(http, imports.list, {
    allow: mayReadImports,
    handle: (context, { query }) => showImports(house, context, query),
  });
  serveRead(http, imports.show, {
    allow: mayReadImports,
    limit: "report",
    handle: (context, { params }) => showImport(house, context, params.importId),
  });
  serveRead(http, imports.rejects, {
    allow: mayReadImports,
    handle: (context, { params, query }) => showRejects(context, params.importId, query),
  });
  for (const [format, endpoint] of [["csv", imports.errorFile] as const, ["xlsx", imports.errorWorkbook] as const]) {
    serveDownload(http, endpoint, {
      allow: mayReadImports,
      handle: (context, { params }) => {
        const speaking = { phrases: http.phrases, language: context.viewer.person.language };
        return writeErrorFile(house, context, params.importId, speaking, format);
      },
    });
  }
}

function serveCourse(http: Http): void {
  for (const act of ["pause", "resume", "stop"] as const) {
    serveWrite(http, imports[act], {
      allow: mayImport,
      kind: CONTROL_IMPORT[act],
      handle: (context, { params }) => controlImport(http.house, context, params.importId, act),
    });
  }
}
