import { listExports } from "@tongzhou/contract/exports";
import type { ExportRow } from "@tongzhou/contract/exports";
import { privacy } from "@tongzhou/contract/privacy";
import type { PrivacyPreview } from "@tongzhou/contract/privacy";
import { beforeEach, expect, test } from "vitest";
import { exportSchedules } from "./capabilities/exports/index.ts";
import { openExportWorld } from "./export-world.fixture.ts";
import type { ExportWorld } from "./export-world.fixture.ts";

const EVERYTHING = { filter: { combinator: "and", rules: [] } } as const;
const MANY = 5001;

let world: ExportWorld;
let contactId: string;

beforeEach(async () => {
  world = await openExportWorld();
  contactId = (await world.meet(world.cast.陈浩, ["甲方乙", "丙"]))[0] ?? "";
});

const rep = () => world.http.as(world.cast.陈浩);

async function begin(object: "contact" | "campaign", who: "陈浩" | "吴桐" = "陈浩"): Promise<ExportRow> {
  const body = { object, choice: EVERYTHING, columns: ["name"], format: "csv" as const };
  return (await world.http.as(world.cast[who]).call(listExports.begin, { body })).body as ExportRow;
}

async function forget(): Promise<void> {
  const body = { askedBy: "person" as const, askedOn: "2025-11-01", confirmed: "甲方乙" };
  const erased = await world.http.as(world.cast.吴桐).call(privacy.erasePerson, { params: { contactId }, body });
  expect(erased.status, JSON.stringify(erased.problem)).toBe(200);
}

const pieces = (id: string) =>
  world.rows("select from file_chunk as c join list_export as e on e.file_id = c.file_id where e.id = $1", [id]);

test("files that may hold somebody lose their bytes when they are forgotten, and say so; those of campaigns stay", async () => {
  const [row, campaigns] = [await begin("contact"), await begin("campaign", "吴桐")];
  expect((await world.fetch(world.cast.陈浩, row.id)).bytes.toString()).toContain("甲方乙");
  const preview = await world.http.as(world.cast.吴桐).call(privacy.previewPerson, { params: { contactId } });
  expect((preview.body as PrivacyPreview).held).toContainEqual({ what: "exportedPieces", removed: true, count: 1 });
  await forget();
  expect(await pieces(row.id)).toHaveLength(0);
  const params = { exportId: row.id };
  expect((await rep().call(listExports.show, { params })).body).toMatchObject({ file: "outdated", rows: 2 });
  expect((await rep().call(listExports.file, { params })).problem).toMatchObject({ code: "export_outdated" });
  expect((await world.fetch(world.cast.吴桐, campaigns.id)).status).toBe(200);
  const after = await begin("contact");
  const { status, bytes } = await world.fetch(world.cast.陈浩, after.id);
  expect([status, bytes.toString().includes("甲方乙")]).toEqual([200, false]);
});

test("a file that was being written meanwhile is not handed out, and goes with the next sweep", async () => {
  await world.meet(
    world.cast.陈浩,
    Array.from({ length: MANY }, (_, at) => `很多${at}`),
  );
  const row = await begin("contact");
  expect(row.file).toBe("none");
  await forget();
  await world.finish(row.id);
  const params = { exportId: row.id };
  expect((await rep().call(listExports.show, { params })).body).toMatchObject({ state: "done", file: "outdated" });
  expect((await rep().call(listExports.file, { params })).problem).toMatchObject({ code: "export_outdated" });
  expect(await pieces(row.id)).not.toHaveLength(0);
  const [sweep] = exportSchedules;
  await sweep?.handle({ house: world.database.house, signal: new AbortController().signal });
  expect(await pieces(row.id)).toHaveLength(0);
});
