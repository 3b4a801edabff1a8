import { beforeAll, expect, test } from "vitest";
import { createApp } from "./app.ts";
import { formOf, openCaptureWorld } from "./capture-world.fixture.ts";
import type { CaptureWorld } from "./capture-world.fixture.ts";
import { mergeContacts } from "./capabilities/identity/index.ts";
import { openPeople } from "./capabilities/people/index.ts";
import { homeColumns, strayHomes } from "./homes.fixture.ts";
import { Viewer } from "./platform/access/viewer.ts";

let world: CaptureWorld;
let admin: Viewer;

beforeAll(async () => {
  expect(createApp).toBeTypeOf("function");
  world = await openCaptureWorld();
  await world.putInForce();
  const { signIn } = await openPeople(world.database.house);
  const snapshot = await signIn.directory.snapshot();
  const him = snapshot.people.get(world.cast.吴桐);
  if (!him) throw new Error("the admin is not there");
  admin = new Viewer(snapshot, him);
});

async function somebody(name: string, phone: string): Promise<string> {
  const [captured] = await world.capture(formOf(name, phone, new Date("2025-11-10T02:00:00.000Z")));
  const [row] = await world.rows("select contact_id as id from lead where id = $1", [captured?.leadId]);
  return String(row?.["id"]);
}

test("homes have no keys of their own: PostgreSQL would ask for each at every contact or account that goes", async () => {
  const columns = await homeColumns(world.database.pool);
  expect(columns.map(({ table }) => table)).toEqual(expect.arrayContaining(["identifier", "lead", "custom_value"]));
  expect(columns.filter(({ hasKey }) => hasKey)).toEqual([]);
});

test("who is a home of something cannot go: the merge by which it is elsewhere now refers to them", async () => {
  const [survivorId, mergedId] = [await somebody("王芳", "13711110001"), await somebody("王方", "13711110002")];
  await world.act((context) => mergeContacts({ ...context, viewer: admin }, { survivorId, mergedId, take: [] }), {
    kind: "person",
    personId: admin.personId,
  });
  const moved = await world.rows("select from lead where home_contact_id = $1 and contact_id = $2", [
    mergedId,
    survivorId,
  ]);
  expect(moved).toHaveLength(1);
  expect(await strayHomes(world.database.pool)).toEqual([]);
  await expect(
    world.act(({ tx }) => tx.deleteFrom("contact").where("id", "=", mergedId).execute(), { kind: "system" }),
  ).rejects.toMatchObject({ code: "23503", table: "contact_merge" });
});

test("a home that no merge leads from is reported", async () => {
  const [one, other] = [await somebody("李敏", "13711110003"), await somebody("李民", "13711110004")];
  await world.act(
    ({ tx }) => tx.updateTable("lead").set({ home_contact_id: other }).where("contact_id", "=", one).execute(),
    { kind: "system" },
  );
  expect(await strayHomes(world.database.pool)).toMatchObject([{ table: "lead" }]);
});
