import { beforeAll } from "vitest";
import { openTestWorld } from "../../open-test-world.fixture.ts";
import type { TestWorld } from "../../open-test-world.fixture.ts";
import { testRefusals } from "../../platform/http/test-refusals.ts";
import type { RefusalCase } from "../../platform/http/test-refusals.ts";
import { operate } from "../../platform/ledger/operate.ts";
import { operationKind } from "../../platform/ledger/operation-kind.ts";
import { groupsRoutes } from "./index.ts";

const FOUND = operationKind("test.found");

let world: TestWorld;
/** A company that nobody of the sales teams follows. */
let id: string;

beforeAll(async () => {
  world = await openTestWorld(groupsRoutes);
  id = world.database.house.newId();
  await operate(world.database.house, { actor: { kind: "system" }, kind: FOUND, source: "job" }, ({ client }) =>
    client.query("insert into account (id, kind, name, name_sort) values ($1, 'company', '北辰港务', 'beichen')", [id]),
  );
});

const otherKey: RefusalCase = () => ({
  by: world.http.withKey(world.cast.吴桐, ["product_line.*"]),
  input: { params: { accountId: id } },
});
const stranger: RefusalCase = () => ({ by: world.http.as(world.cast.陈浩), input: { params: { accountId: id } } });

testRefusals(() => world.http, {
  "groups.showGroupFigures": { mayNot: otherKey, wrongTeam: stranger },
  "groups.showGroupTree": { mayNot: otherKey, wrongTeam: stranger },
  "groups.listChildren": { mayNot: otherKey, wrongTeam: stranger },
});
