import { beforeAll } from "vitest";
import { openTestWorld } from "../../open-test-world.fixture.ts";
import type { TestWorld } from "../../open-test-world.fixture.ts";
import { testRefusals } from "../../platform/http/test-refusals.ts";
import { searchMessages, searchRoutes } from "./index.ts";

let world: TestWorld;

beforeAll(async () => {
  world = await openTestWorld(searchRoutes, [searchMessages]);
});

const OPEN = "everybody may search; what is found is only what they may read, which is tested with the search";

testRefusals(() => world.http, {
  "search.find": { mayNot: OPEN, wrongTeam: OPEN },
});
