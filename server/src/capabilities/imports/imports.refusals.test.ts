import { beforeAll } from "vitest";
import { testRefusals } from "../../platform/http/test-refusals.ts";
import type { RefusedCall } from "../../platform/http/test-refusals.ts";
import { workbookFile } from "../../platform/xlsx/workbook-file.fixture.ts";
import { columnsOf, openImportWorld } from "./import-world.fixture.ts";
import type { ImportWorld } from "./import-world.fixture.ts";

let world: ImportWorld;
let fileId: string;
let workbookId: string;
let importId: string;

const settings = { columns: columnsOf("name", "mobile") };

beforeAll(async () => {
  world = await openImportWorld();
  ({ fileId } = await world.upload("姓名,手机\n邱晨,13800138001\n张工,"));
  const workbook = workbookFile({ sheets: [{ name: "名单", rows: [["姓名", "手机"]] }] });
  ({ fileId: workbookId } = await world.upload(workbook, "名单.xlsx"));
  importId = await world.begin("姓名,手机\n邱晨,13800138001\n张工,", settings);
});

const rep = (input: object): RefusedCall => ({ by: world.http.as(world.cast.陈浩), input });
/** 吴桐 may import, and 林晓 brought the file. */
const colleague = (input: object): RefusedCall => ({ by: world.http.as(world.cast.吴桐), input });
const ofFile = (body: object) => () => rep({ params: { fileId }, body });
const ofImport = () => rep({ params: { importId } });
const NO_TEAMS = "imports are granted to marketers for the whole company, without teams";

testRefusals(() => world.http, {
  "imports.uploadFile": { mayNot: () => rep({ query: { name: "名单.csv" } }), wrongTeam: NO_TEAMS },
  "imports.listSheets": {
    mayNot: () => rep({ params: { fileId: workbookId } }),
    wrongTeam: () => colleague({ params: { fileId: workbookId } }),
  },
  "imports.openSheet": {
    mayNot: () => rep({ params: { fileId: workbookId }, body: { sheet: 0 } }),
    wrongTeam: () => colleague({ params: { fileId: workbookId }, body: { sheet: 0 } }),
  },
  "imports.previewFile": { mayNot: ofFile({}), wrongTeam: () => colleague({ params: { fileId }, body: {} }) },
  "imports.readRows": {
    mayNot: ofFile(settings),
    wrongTeam: () => colleague({ params: { fileId }, body: settings }),
  },
  "imports.dryRun": { mayNot: ofFile(settings), wrongTeam: () => colleague({ params: { fileId }, body: settings }) },
  "imports.beginImport": {
    mayNot: () => rep({ body: { fileId, settings } }),
    wrongTeam: () => colleague({ body: { fileId, settings } }),
  },
  "imports.listImports": { mayNot: () => rep({}), wrongTeam: NO_TEAMS },
  "imports.showImport": { mayNot: ofImport, wrongTeam: NO_TEAMS },
  "imports.listRejectedRows": { mayNot: ofImport, wrongTeam: () => colleague({ params: { importId } }) },
  "imports.downloadErrorFile": { mayNot: ofImport, wrongTeam: () => colleague({ params: { importId } }) },
  "imports.downloadErrorWorkbook": { mayNot: ofImport, wrongTeam: () => colleague({ params: { importId } }) },
  "imports.pauseImport": { mayNot: ofImport, wrongTeam: NO_TEAMS },
  "imports.resumeImport": { mayNot: ofImport, wrongTeam: NO_TEAMS },
  "imports.stopImport": { mayNot: ofImport, wrongTeam: NO_TEAMS },
});
