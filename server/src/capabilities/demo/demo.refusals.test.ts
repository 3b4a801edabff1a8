import { beforeAll } from "vitest";
import type { NewCompany } from "@tongzhou/contract/people-session";
import { testRefusals } from "../../platform/http/test-refusals.ts";
import { openDemoWorld } from "./demo-world.fixture.ts";
import type { DemoWorld } from "./demo-world.fixture.ts";

let world: DemoWorld;

beforeAll(async () => {
  world = await openDemoWorld();
});

const company: NewCompany = {
  companyName: "江海机电",
  name: "李航",
  email: "lihang@jianghai.test",
  password: "a-long-password",
  timeZone: "Asia/Shanghai",
  currency: "CNY",
  language: "zh-CN",
};
const body = { ...company, confirmation: "云帆智能" };
const NO_TEAM = "the right is to say what the company is, which no team has and a scope does not narrow";

testRefusals(() => world.http, {
  "demo.show": { mayNot: () => ({ by: world.http.as(world.cast.赵磊) }), wrongTeam: NO_TEAM },
  "demo.replace": { mayNot: () => ({ by: world.http.as(world.cast.赵磊), input: { body } }), wrongTeam: NO_TEAM },
});

testRefusals(() => world.http, {
  "demo.show": { mayNot: () => ({ by: world.http.as(world.cast.何川) }), wrongTeam: NO_TEAM },
  "demo.replace": {
    // A key of the administrator may not lock everybody out.
    mayNot: () => ({ by: world.http.withKey(world.cast.吴桐, ["*.*"]), input: { body } }),
    wrongTeam: NO_TEAM,
  },
});
