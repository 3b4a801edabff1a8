import { beforeAll } from "vitest";
import { standards } from "@tongzhou/contract/standards";
import { openTestHttp } from "../../platform/http/test-http.ts";
import type { TestHttp } from "../../platform/http/test-http.ts";
import { testRefusals } from "../../platform/http/test-refusals.ts";
import { readPools } from "../leads/index.ts";
import { openPeople } from "../people/index.ts";
import { standardsMessages, standardsRoutes } from "./index.ts";
import { openStandardsWorld } from "./standards-world.fixture.ts";
import type { StandardsWorld } from "./standards-world.fixture.ts";

let world: StandardsWorld;
let http: TestHttp;
let draft: { id: string; contentHash: string };
let leadId: string;

beforeAll(async () => {
  world = await openStandardsWorld();
  const { house } = world.database;
  const { signIn } = await openPeople(house, { readPools });
  http = await openTestHttp({
    house,
    directory: signIn.directory,
    messages: [standardsMessages],
    register: standardsRoutes,
  });
  draft = (await http.as(world.cast.林晓).call(standards.create, { body: {} })).body;
  leadId = (await world.capture("于洋"))[0]?.leadId ?? "";
});

const colleague = "the standard is the company's: whoever has the grant has it for all of it";
testRefusals(() => http, {
  "standards.listStandards": { mayNot: () => ({ by: http.withKey(world.cast.林晓, []) }), wrongTeam: colleague },
  "standards.readStandard": {
    mayNot: () => ({ by: http.withKey(world.cast.林晓, []), input: { params: { standardId: draft.id } } }),
    wrongTeam: colleague,
  },
  "standards.listStandardFields": { mayNot: () => ({ by: http.withKey(world.cast.林晓, []) }), wrongTeam: colleague },
  "standards.readLeadScore": {
    mayNot: () => ({ by: http.withKey(world.cast.林晓, []), input: { params: { leadId } } }),
    wrongTeam: () => ({ by: http.as(world.cast.陈浩), input: { params: { leadId } } }),
  },
  "standards.createStandardDraft": {
    mayNot: () => ({ by: http.as(world.cast.陈浩), input: { body: {} } }),
    wrongTeam: colleague,
  },
  "standards.editStandardDraft": {
    mayNot: () => ({
      by: http.as(world.cast.赵磊),
      input: { params: { standardId: draft.id }, body: { note: { from: null, to: "改" } } },
    }),
    wrongTeam: colleague,
  },
  "standards.discardStandardDraft": {
    mayNot: () => ({ by: http.as(world.cast.赵磊), input: { params: { standardId: draft.id } } }),
    wrongTeam: colleague,
  },
  "standards.signStandard": {
    mayNot: () => ({
      by: http.as(world.cast.林晓),
      input: { params: { standardId: draft.id }, body: { side: "sales", contentHash: draft.contentHash } },
    }),
    wrongTeam: colleague,
  },
});
