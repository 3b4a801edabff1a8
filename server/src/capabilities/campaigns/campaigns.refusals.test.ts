import { beforeAll, expect, test } from "vitest";
import { campaigns } from "@tongzhou/contract/campaigns";
import { hireCast } from "../../cast.fixture.ts";
import type { Cast } from "../../cast.fixture.ts";
import { createTestDatabase } from "../../platform/database/test-database.ts";
import { openTestHttp } from "../../platform/http/test-http.ts";
import type { TestHttp } from "../../platform/http/test-http.ts";
import { testRefusals } from "../../platform/http/test-refusals.ts";
import type { RefusalCases } from "../../platform/http/test-refusals.ts";
import { openPeople } from "../people/index.ts";
import { campaignsMessages, campaignsRoutes } from "./index.ts";

let http: TestHttp;
let cast: Cast;
let draftId: string;

beforeAll(async () => {
  const { house } = await createTestDatabase();
  const { signIn } = await openPeople(house);
  cast = await hireCast(house);
  http = await openTestHttp({
    house,
    directory: signIn.directory,
    messages: [campaignsMessages],
    register: campaignsRoutes,
  });
  const made = await http.as(cast.林晓).call(campaigns.create, { body: { name: "只有名字", type: "content" } });
  draftId = made.body.id;
});

const params = () => ({ campaignId: draftId });
const costParams = () => ({ campaignId: draftId, costId: draftId });
const asRep = (input: object) => ({ by: http.as(cast.陈浩), input });
const NO_TEAMS = "campaigns are read by every role, and edited by marketers for the whole company";
const noTeams = (mayNot: RefusalCases["mayNot"]) => ({ mayNot, wrongTeam: NO_TEAMS });
test("nobody reads campaigns without signing in", async () => {
  for (const endpoint of [campaigns.list, campaigns.count, campaigns.fields, campaigns.show]) {
    expect((await http.as(null).call(endpoint, { params: params() } as never)).status).toBe(401);
  }
});

const EVERYBODY_READS = "every shipped role reads campaigns; a key without the permission is tested apart";

test("a key that lists other things reads no campaigns", async () => {
  const key = http.withKey(cast.林晓, ["lead.read"]);
  for (const endpoint of [campaigns.list, campaigns.count, campaigns.fields, campaigns.show]) {
    expect((await key.call(endpoint, { params: params() } as never)).status).toBe(403);
  }
});

testRefusals(() => http, {
  "campaigns.listCampaigns": { mayNot: EVERYBODY_READS, wrongTeam: NO_TEAMS },
  "campaigns.countCampaigns": { mayNot: EVERYBODY_READS, wrongTeam: NO_TEAMS },
  "campaigns.listCampaignFields": { mayNot: EVERYBODY_READS, wrongTeam: NO_TEAMS },
  "campaigns.showCampaign": { mayNot: EVERYBODY_READS, wrongTeam: NO_TEAMS },
  "campaigns.createCampaign": noTeams(() => asRep({ body: { name: "私自做的", type: "seo" } })),
  "campaigns.editCampaign": noTeams(() => asRep({ params: params(), body: { name: { from: "只有名字", to: "改" } } })),
  "campaigns.removeDraft": noTeams(() => asRep({ params: params() })),
  "campaigns.startCampaign": noTeams(() => asRep({ params: params() })),
  "campaigns.endCampaign": noTeams(() => asRep({ params: params() })),
  "campaigns.addCost": noTeams(() => asRep({ params: params(), body: { occurredOn: "2025-11-01", amount: 1 } })),
  "campaigns.editCost": noTeams(() => asRep({ params: costParams(), body: { amount: { from: 1, to: 2 } } })),
  "campaigns.removeCost": noTeams(() => asRep({ params: costParams() })),
});
