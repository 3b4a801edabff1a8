import { beforeAll } from "vitest";
import { openTestWorld } from "../../open-test-world.fixture.ts";
import type { TestWorld } from "../../open-test-world.fixture.ts";
import { testRefusals } from "../../platform/http/test-refusals.ts";
import { touchesRoutes } from "./index.ts";

let world: TestWorld;

beforeAll(async () => {
  world = await openTestWorld(touchesRoutes);
});

/** A key that was given for something else; every shipped role reads some contacts. */
const otherKey = () => ({ by: world.http.withKey(world.cast.吴桐, ["product_line.*"]) });
const LIST = "it answers with the touches of contacts within reach, which touches.routes.test.ts shows";

testRefusals(() => world.http, {
  "touches.listTouches": { mayNot: otherKey, wrongTeam: LIST },
  "touches.countTouches": { mayNot: otherKey, wrongTeam: LIST },
  "touches.listCampaignMembers": {
    mayNot: () => ({ ...otherKey(), input: { params: { campaignId: world.database.house.newId() } } }),
    wrongTeam: "members out of reach are counted as outside and not listed; bulk-members.test.ts shows it",
  },
  "touches.listTouchFields": { mayNot: otherKey, wrongTeam: "names of fields say nothing of any record" },
});
