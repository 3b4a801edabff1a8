import { beforeAll } from "vitest";
import { hireCast } from "../../cast.fixture.ts";
import type { Cast } from "../../cast.fixture.ts";
import { createTestDatabase } from "../../platform/database/test-database.ts";
import { openTestHttp } from "../../platform/http/test-http.ts";
import type { TestHttp } from "../../platform/http/test-http.ts";
import { testRefusals } from "../../platform/http/test-refusals.ts";
import type { RefusalCases } from "../../platform/http/test-refusals.ts";
import { openPeople } from "../people/index.ts";
import { insightsMessages, insightsRoutes } from "./index.ts";

let http: TestHttp;
let cast: Cast;

beforeAll(async () => {
  const { house } = await createTestDatabase();
  const { signIn } = await openPeople(house);
  cast = await hireCast(house);
  http = await openTestHttp({
    house,
    directory: signIn.directory,
    messages: [insightsMessages],
    register: insightsRoutes,
  });
});

const YEAR = { from: "2025-01-01", to: "2025-12-31" };
const NO_TEAM =
  "figures name no record of a team: they count what the viewer's grant reaches, which is tested by numbers";
/** Keys that list other things: every shipped role may look at figures of its own. */
const figures = (input: { params?: object; query?: object }): RefusalCases => ({
  mayNot: () => ({ by: http.withKey(cast.何川, ["person.read"]), input }),
  wrongTeam: NO_TEAM,
});
/** An SDR sees no opportunities and so no revenue. */
const revenue = (input: { params?: object; query?: object }): RefusalCases => ({
  mayNot: () => ({ by: http.as(cast.周敏), input }),
  wrongTeam: NO_TEAM,
});

testRefusals(() => http, {
  "insights.showFunnel": figures({ query: YEAR }),
  "insights.listFunnelRecords": figures({ query: { ...YEAR, step: "lead" } }),
  "insights.showCampaignResults": revenue({ query: YEAR }),
  "insights.compareModels": revenue({
    params: { campaignId: "0192a3b4-0000-7000-8000-000000000000" },
    query: YEAR,
  }),
  "insights.listCredits": revenue({ query: YEAR }),
  "insights.showTarget": revenue({ params: { month: "2025-11" } }),
  "insights.setTarget": {
    mayNot: () => ({
      by: http.as(cast.林晓),
      input: { params: { month: "2025-11" }, body: { amount: { from: null, to: 1 } } },
    }),
    wrongTeam: NO_TEAM,
  },
});
