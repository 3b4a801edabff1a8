import { listExports } from "@tongzhou/contract/exports";
import { beforeAll } from "vitest";
import { exportsMessages, exportsRoutes } from "./index.ts";
import { openDirectory } from "../people/index.ts";
import { openExportWorld } from "../../export-world.fixture.ts";
import type { ExportWorld } from "../../export-world.fixture.ts";
import { exportParts } from "../../export-parts.ts";
import { openTestHttp } from "../../platform/http/test-http.ts";
import type { TestHttp } from "../../platform/http/test-http.ts";
import { testRefusals } from "../../platform/http/test-refusals.ts";

let world: ExportWorld;
let http: TestHttp;
let exportId: string;

const choice = { filter: { combinator: "and", rules: [] } };
const ordered = { object: "contact", choice, columns: ["name"], format: "csv" };

beforeAll(async () => {
  world = await openExportWorld();
  await world.meet(world.cast.陈浩, ["陈浩的"]);
  http = await openTestHttp({
    house: world.database.house,
    directory: openDirectory(world.database.house, exportParts.readPools),
    messages: [exportsMessages],
    register: (registering) => exportsRoutes(registering, exportParts),
  });
  exportId = (await as("陈浩").call(listExports.begin, { body: ordered as never })).body.id;
});

const as = (name: "王倩" | "陈浩" | "何川" | "孙悦") => http.as(world.cast[name]);
const SEES_OWN = "everybody sees their own exports, and the statement shows no others";
const ROWS_STAY = "rows of another team are not among those that leave; the random-rights test shows it";

testRefusals(() => http, {
  "exports.previewExport": {
    mayNot: () => ({ by: as("何川"), input: { body: { object: "contact", choice } } }),
    wrongTeam: ROWS_STAY,
  },
  "exports.beginExport": { mayNot: () => ({ by: as("孙悦"), input: { body: ordered } }), wrongTeam: ROWS_STAY },
  "exports.listExports": { mayNot: SEES_OWN, wrongTeam: SEES_OWN },
  "exports.showExport": {
    mayNot: () => ({ by: as("孙悦"), input: { params: { exportId } } }),
    wrongTeam: () => ({ by: as("王倩"), input: { params: { exportId } } }),
  },
  "exports.readExportFile": {
    mayNot: () => ({ by: as("孙悦"), input: { params: { exportId } } }),
    wrongTeam: () => ({ by: as("王倩"), input: { params: { exportId } } }),
  },
  "exports.stopExport": {
    mayNot: () => ({ by: as("孙悦"), input: { params: { exportId } } }),
    wrongTeam: () => ({ by: as("王倩"), input: { params: { exportId } } }),
  },
});
