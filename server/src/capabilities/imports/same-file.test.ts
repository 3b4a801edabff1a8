import { beforeAll, expect, test } from "vitest";
import { imports } from "@tongzhou/contract/imports";
import type { ImportPreview } from "@tongzhou/contract/imports";
import { undoOperation } from "../../platform/ledger/undo/undo-operation.ts";
import { finishImport } from "../../run-import.fixture.ts";
import { columnsOf, openImportWorld } from "./import-world.fixture.ts";
import type { ImportWorld } from "./import-world.fixture.ts";

const FILE = "姓名,手机\n改好了,13900000061";
const settings = { columns: columnsOf("name", "mobile") };

let world: ImportWorld;

beforeAll(async () => {
  world = await openImportWorld();
});

const marketer = () => world.http.as(world.cast.林晓);

async function send(content: string, name: string, again = false) {
  const { fileId } = await world.upload(content, name);
  const asked = { params: { fileId }, body: {} };
  const preview = (await marketer().call(imports.preview, asked)).body as ImportPreview;
  return { preview, begun: await marketer().call(imports.begin, { body: { fileId, settings, again } }) };
}

test("the same content is told before it counts twice, whatever the file is called, until its import is undone", async () => {
  const first = await send(FILE, "改好了.csv");
  expect(first.preview.importedBefore).toBeNull();
  expect(first.begun.status).toBe(201);
  const importId = first.begun.body.id as string;
  await finishImport(world.database.house, importId);

  const second = await send(FILE, "改好了 (1).csv");
  expect(second.preview.importedBefore).toMatchObject({ id: importId, startedByName: "林晓" });
  expect(second.begun.problem).toMatchObject({ status: 409, code: "import_same_file" });
  expect(second.begun.problem.title).toContain("改好了 (1).csv");

  const other = await send(`${FILE}\n另一个,13900000062`, "改好了.csv");
  expect([other.preview.importedBefore, other.begun.status]).toEqual([null, 201]);

  await undoOperation(world.database.house, {
    operationId: importId,
    actor: { kind: "person", personId: world.cast.林晓 },
    source: "web",
  });
  const third = await send(FILE, "改好了.csv");
  expect([third.preview.importedBefore, third.begun.status]).toEqual([null, 201]);
});

test("whoever means it imports it again", async () => {
  const content = "姓名,手机\n再来一次,13900000063";
  expect((await send(content, "a.csv")).begun.status).toBe(201);
  expect((await send(content, "a.csv")).begun.status).toBe(409);
  expect((await send(content, "a.csv", true)).begun.status).toBe(201);
});
