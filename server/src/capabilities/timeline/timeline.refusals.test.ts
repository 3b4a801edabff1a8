import { beforeAll } from "vitest";
import { openTestWorld } from "../../open-test-world.fixture.ts";
import type { TestWorld } from "../../open-test-world.fixture.ts";
import { testRefusals } from "../../platform/http/test-refusals.ts";
import type { RefusalCase } from "../../platform/http/test-refusals.ts";
import { operate } from "../../platform/ledger/operate.ts";
import { operationKind } from "../../platform/ledger/operation-kind.ts";
import { attachContacts, sortName } from "../contacts/index.ts";
import { timelineRoutes } from "./index.ts";

const MEET = operationKind("test.meet");

let world: TestWorld;
/** A contact that nobody of the sales teams follows. */
let id: string;

beforeAll(async () => {
  world = await openTestWorld(timelineRoutes);
  const draft = {
    name: "谢文博",
    nameSort: sortName("谢文博"),
    identifiers: [],
    accountId: null,
    at: world.database.house.clock.now(),
  };
  const { result } = await operate(
    world.database.house,
    { actor: { kind: "system" }, kind: MEET, source: "job" },
    (context) => attachContacts(context, [draft]),
  );
  id = result[0]?.contactId ?? "";
});

const it = (): object => ({ params: { object: "contact", recordId: id } });
const otherKey =
  (input: () => object): RefusalCase =>
  () => ({ by: world.http.withKey(world.cast.吴桐, ["product_line.*"]), input: input() });
const stranger =
  (input: () => object): RefusalCase =>
  () => ({ by: world.http.as(world.cast.陈浩), input: input() });

testRefusals(() => world.http, {
  "timeline.readTimeline": { mayNot: otherKey(it), wrongTeam: stranger(it) },
});
