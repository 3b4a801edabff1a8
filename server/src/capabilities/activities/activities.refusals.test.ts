import { beforeAll } from "vitest";
import { openTestWorld } from "../../open-test-world.fixture.ts";
import type { TestWorld } from "../../open-test-world.fixture.ts";
import { operate } from "../../platform/ledger/operate.ts";
import { operationKind } from "../../platform/ledger/operation-kind.ts";
import { testRefusals } from "../../platform/http/test-refusals.ts";
import { attachContacts, sortName } from "../contacts/index.ts";
import { activitiesMessages, activitiesRoutes } from "./index.ts";

const MEET = operationKind("test.meet_for_activities");

let world: TestWorld;
/** A contact that nobody of the sales teams follows. */
let id: string;

beforeAll(async () => {
  world = await openTestWorld(activitiesRoutes, [activitiesMessages]);
  const { house } = world.database;
  const draft = {
    name: "谢文博",
    nameSort: sortName("谢文博"),
    identifiers: [],
    accountId: null,
    at: house.clock.now(),
  };
  const asked = { actor: { kind: "system" }, kind: MEET, source: "job" } as const;
  const { result } = await operate(house, asked, (context) => attachContacts(context, [draft]));
  id = result[0]?.contactId ?? "";
});

const body = (): object => ({ body: { object: "contact", recordId: id, kind: "note", text: "见过" } });

testRefusals(() => world.http, {
  "activities.logActivity": {
    mayNot: () => ({ by: world.http.as(world.cast.何川), input: body() }),
    wrongTeam: () => ({ by: world.http.as(world.cast.陈浩), input: body() }),
  },
  "activities.listFollowUps": {
    mayNot: () => ({ by: world.http.as(world.cast.何川) }),
    wrongTeam: "everybody reads the next steps that they themselves said, and the statement asks for nobody else's",
  },
});
