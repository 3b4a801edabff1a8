import { beforeAll } from "vitest";
import { openBulkWorld } from "../../bulk-world.fixture.ts";
import type { BulkWorld } from "../../bulk-world.fixture.ts";
import { bulkParts } from "../../bulk-parts.ts";
import { contacts } from "@tongzhou/contract/contacts";
import { openTestHttp } from "../../platform/http/test-http.ts";
import type { TestHttp } from "../../platform/http/test-http.ts";
import { testRefusals } from "../../platform/http/test-refusals.ts";
import { openDirectory } from "../people/index.ts";
import { bulkMessages, bulkRoutes } from "./index.ts";

let world: BulkWorld;
let http: TestHttp;
let contactId: string;

beforeAll(async () => {
  world = await openBulkWorld();
  http = await openTestHttp({
    house: world.database.house,
    directory: openDirectory(world.database.house, bulkParts.readPools),
    messages: [bulkMessages],
    register: (registering) => bulkRoutes(registering, bulkParts),
  });
  const identifiers = [{ kind: "phone", value: "13800000001" }];
  const made = await world.http.as(world.cast.吴桐).call(contacts.create, { body: { name: "别人的", identifiers } });
  contactId = made.body.contactId;
});

const as = (name: "何川" | "王倩") => http.as(world.cast[name]);
const params = { object: "contact" };
const edit = () => ({ params, body: { choice: { ids: [contactId] }, field: "title", value: "厂长" } });
const removal = () => ({ params, body: { choice: { ids: [contactId] } } });
const join = () => ({ body: { choice: { ids: [contactId] }, campaignId: contactId } });
const SHARED = "campaigns belong to the whole of marketing, and contacts out of sight are not found";
const COUNTED = "rows of another team are counted as not allowed; the random edits show that none of them changes";

testRefusals(() => http, {
  "bulk.previewEdit": { mayNot: () => ({ by: as("何川"), input: edit() }), wrongTeam: COUNTED },
  "bulk.editRecords": {
    mayNot: () => ({ by: as("何川"), input: edit() }),
    wrongTeam: () => ({ by: as("王倩"), input: edit() }),
  },
  "bulk.previewJoin": { mayNot: () => ({ by: as("王倩"), input: join() }), wrongTeam: COUNTED },
  "bulk.joinCampaign": { mayNot: () => ({ by: as("王倩"), input: join() }), wrongTeam: SHARED },
  "bulk.previewRemoval": { mayNot: () => ({ by: as("何川"), input: removal() }), wrongTeam: COUNTED },
  "bulk.removeRecords": {
    mayNot: () => ({ by: as("何川"), input: removal() }),
    wrongTeam: () => ({ by: as("王倩"), input: removal() }),
  },
});
