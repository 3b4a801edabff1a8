import { beforeAll, expect, test } from "vitest";
import type { SearchObject } from "@tongzhou/contract/search";
import { openTestWorld } from "../../../open-test-world.fixture.ts";
import type { TestWorld } from "../../../open-test-world.fixture.ts";
import type { Viewing } from "../../../platform/access/acting.ts";
import { Viewer } from "../../../platform/access/viewer.ts";
import { look } from "../../../platform/ledger/look.ts";
import { operate } from "../../../platform/ledger/operate.ts";
import { operationKind } from "../../../platform/ledger/operation-kind.ts";
import { sortName } from "../../contacts/index.ts";
import { openPeople } from "../../people/index.ts";
import { searchQuery } from "../domain/search-query.ts";
import { rebuildEntries, searchRoutes } from "../index.ts";
import { findByName, SEARCH_BOUNDS } from "./find-hits.ts";

const MAKE = operationKind("test.found_either_way");
const PEOPLE = 30;

let { database, cast } = {} as TestWorld;
let viewers: Viewer[];

beforeAll(async () => {
  ({ database, cast } = await openTestWorld((served) => searchRoutes(served)));
  await operate(database.house, { actor: { kind: "system" }, kind: MAKE, source: "job" }, async (context) => {
    const owners = [cast.陈浩, cast.王倩, null];
    for (let place = 0; place < PEOPLE; place++) {
      const [contactId, accountId] = [context.newId(), context.newId()];
      const [owner, other] = [owners[place % 3], owners[Math.floor(place / 3) % 3]];
      const name = `王${place}`;
      await context.client.query("insert into contact (id, name, name_sort, owner_id) values ($1, $2, $3, $4)", [
        contactId,
        name,
        sortName(name),
        owner,
      ]);
      await context.client.query(
        "insert into account (id, kind, name, name_sort, owner_id) values ($1, 'company', $2, $2, $3)",
        [accountId, `王${place}有限公司`, other],
      );
      await context.client.query(
        `insert into membership (id, contact_id, home_contact_id, account_id, home_account_id, since)
         values ($1, $2, $2, $3, $3, '2025-01-01')`,
        [context.newId(), contactId, accountId],
      );
      await context.client.query(
        `insert into lead (id, contact_id, home_contact_id, account_id, stage, owner_id, pool_id, pool_kind, captured_at)
         values ($1, $2, $2, $3, $4, $5, (select id from pool where kind = $6), $6, '2025-01-01')`,
        [context.newId(), contactId, accountId, other ? "sql" : "raw", other, other ? null : "sdr"],
      );
    }
    for (const object of ["contact", "account"] as const) await rebuildEntries(context, object);
  });
  const { signIn } = await openPeople(database.house);
  const snapshot = await signIn.directory.snapshot();
  viewers = [...snapshot.people.values()].map((person) => new Viewer(snapshot, person));
});

test("what is found does not depend on whether the word or the viewer's own records come first", async () => {
  const foundBy = (viewer: Viewer, target: SearchObject, bounds: typeof SEARCH_BOUNDS): Promise<string[]> =>
    look(database.house, "list", async ({ tx, now }) => {
      const query = searchQuery("王");
      if (!query) throw new Error("王 is enough to search for");
      const hits = await findByName({ tx, now, viewer } as Viewing, target, query, "王", PEOPLE, bounds);
      return hits.map(({ id }) => id);
    });
  let someFound = 0;
  for (const viewer of viewers)
    for (const target of ["contact", "account", "lead"] as const) {
      const byWord = await foundBy(viewer, target, SEARCH_BOUNDS);
      expect(await foundBy(viewer, target, { common: 0, few: 1000 })).toEqual(byWord);
      if (byWord.length > 0 && byWord.length < PEOPLE) someFound++;
    }
  expect(someFound).toBeGreaterThan(2);
});
