import { beforeAll } from "vitest";
import { openTestHttp } from "../../platform/http/test-http.ts";
import type { TestHttp } from "../../platform/http/test-http.ts";
import { testRefusals } from "../../platform/http/test-refusals.ts";
import { openPeople } from "../people/index.ts";
import { routingMessages, routingRoutes } from "./index.ts";
import { openRoutingWorld } from "./routing-world.fixture.ts";
import type { RoutingWorld } from "./routing-world.fixture.ts";

let world: RoutingWorld;
let http: TestHttp;

beforeAll(async () => {
  world = await openRoutingWorld();
  const { house } = world.database;
  const { signIn } = await openPeople(house);
  http = await openTestHttp({
    house,
    directory: signIn.directory,
    messages: [routingMessages],
    register: routingRoutes,
  });
});

const EVERYBODY = { combinator: "and", rules: [] } as const;
const company = "the rules are the company's: whoever has the grant has it for all of them";
const mayNotRead = { mayNot: () => ({ by: http.as(world.cast.陈浩) }), wrongTeam: company };
const byMarketer = (input: object) => ({
  mayNot: () => ({ by: http.as(world.cast.林晓), input }),
  wrongTeam: company,
});
const anyRule = { ruleId: "01980000-0000-7000-8000-000000000000" };
testRefusals(() => http, {
  "routing.listRoutingRules": mayNotRead,
  "routing.listRoutingFields": mayNotRead,
  "routing.listRoutingDecisions": {
    mayNot: () => ({ by: http.as(world.cast.陈浩), input: { params: anyRule } }),
    wrongTeam: company,
  },
  "routing.listRoutingMembers": mayNotRead,
  "routing.tryRoutingRules": byMarketer({ body: { rules: [] } }),
  "routing.createRoutingRule": byMarketer({ body: { name: "规则", conditions: EVERYBODY, target: { kind: "sdr" } } }),
  "routing.editRoutingRule": byMarketer({ params: anyRule, body: { enabled: { from: true, to: false } } }),
  "routing.moveRoutingRule": byMarketer({ params: anyRule, body: { beforeId: null } }),
  "routing.removeRoutingRule": byMarketer({ params: anyRule }),
  "routing.setRoutingMember": byMarketer({
    params: { personId: anyRule.ruleId },
    body: { takesLeads: false, capacity: null },
  }),
});
