import { beforeAll } from "vitest";
import { savedViews } from "@tongzhou/contract/views";
import { hireCast } from "../../cast.fixture.ts";
import type { Cast } from "../../cast.fixture.ts";
import { createTestDatabase } from "../../platform/database/test-database.ts";
import { openTestHttp } from "../../platform/http/test-http.ts";
import type { TestHttp } from "../../platform/http/test-http.ts";
import { testRefusals } from "../../platform/http/test-refusals.ts";
import { openDirectory } from "../people/index.ts";
import { viewsRoutes } from "./index.ts";

let http: TestHttp;
let cast: Cast;
let ofHisTeam: string;
let ofHisOwn: string;

beforeAll(async () => {
  const { house } = await createTestDatabase();
  cast = await hireCast(house);
  http = await openTestHttp({ house, directory: openDirectory(house), register: viewsRoutes });
  const save = async (visibility: "everyone" | "team"): Promise<string> => {
    const filter = { combinator: "and" as const, rules: [] };
    const body = { object: "lead", name: "陈浩的", visibility, filter };
    return (await http.as(cast.陈浩).call(savedViews.create, { body })).body.id;
  };
  ofHisOwn = await save("everyone");
  ofHisTeam = await save("team");
});

const OWN = "everybody keeps views of their own, and the statements show those of others only when shared";
const rename = { name: { from: "陈浩的", to: "王倩的" } };

testRefusals(() => http, {
  "views.listViews": { mayNot: OWN, wrongTeam: OWN },
  "views.createView": { mayNot: OWN, wrongTeam: OWN },
  "views.editView": {
    mayNot: () => ({ by: http.as(cast.何川), input: { params: { viewId: ofHisOwn }, body: rename } }),
    wrongTeam: () => ({ by: http.as(cast.王倩), input: { params: { viewId: ofHisTeam }, body: rename } }),
  },
  "views.removeView": {
    mayNot: () => ({ by: http.as(cast.何川), input: { params: { viewId: ofHisOwn } } }),
    wrongTeam: () => ({ by: http.as(cast.王倩), input: { params: { viewId: ofHisTeam } } }),
  },
  "views.orderViews": { mayNot: OWN, wrongTeam: OWN },
});
