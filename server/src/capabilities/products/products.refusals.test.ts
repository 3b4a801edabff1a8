import { beforeAll } from "vitest";
import { openTestWorld } from "../../open-test-world.fixture.ts";
import type { TestWorld } from "../../open-test-world.fixture.ts";
import { testRefusals } from "../../platform/http/test-refusals.ts";
import type { RefusalCase } from "../../platform/http/test-refusals.ts";
import { productsMessages, productsRoutes } from "./index.ts";

let world: TestWorld;

beforeAll(async () => {
  world = await openTestWorld(productsRoutes, [productsMessages]);
});

const NOBODY = "00000000-0000-7000-8000-000000000000";
const OPEN = "what is sold is no secret among colleagues";
const NO_TEAM = "product lines belong to the whole company, whatever the team";
const body = { name: "云平台", code: "cloud" };

const manager =
  (input: object): RefusalCase =>
  () => ({ by: world.http.as(world.cast.赵磊), input });

testRefusals(() => world.http, {
  "products.listProductLines": { mayNot: OPEN, wrongTeam: OPEN },
  "products.createProductLine": { mayNot: manager({ body }), wrongTeam: NO_TEAM },
  "products.editProductLine": {
    mayNot: manager({ params: { productLineId: NOBODY }, body: { active: { from: true, to: false } } }),
    wrongTeam: NO_TEAM,
  },
});
