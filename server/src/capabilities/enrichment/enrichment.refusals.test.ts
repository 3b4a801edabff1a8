import { beforeAll } from "vitest";
import { openTestWorld } from "../../open-test-world.fixture.ts";
import type { TestWorld } from "../../open-test-world.fixture.ts";
import { testRefusals } from "../../platform/http/test-refusals.ts";
import type { RefusalCase } from "../../platform/http/test-refusals.ts";
import { operate } from "../../platform/ledger/operate.ts";
import { operationKind } from "../../platform/ledger/operation-kind.ts";
import { attachAccounts } from "../accounts/index.ts";
import { enrichmentMessages, enrichmentRoutes } from "./index.ts";

const MEET = operationKind("test.meet");

let world: TestWorld;
/** A company that nobody of the sales teams follows. */
let accountId: string;
let sourceId: string;

beforeAll(async () => {
  world = await openTestWorld(enrichmentRoutes, [enrichmentMessages]);
  sourceId = world.database.house.newId();
  await operate(world.database.house, { actor: { kind: "system" }, kind: MEET, source: "job" }, async (context) => {
    const draft = { name: "远山矿业", key: "远山矿业", creditCode: null, nameSort: "" };
    accountId = (await attachAccounts(context, [draft]))[0]?.accountId ?? "";
  });
});

const order = () => ({ fileId: sourceId, columns: [{ column: 0, target: "name" }] });
const everything = { choice: { filter: { combinator: "and", rules: [] }, search: "" } };
const taken = () => ({ offersId: sourceId, fields: [{ field: "website", from: null }] });

const executive =
  (input: () => object): RefusalCase =>
  () => ({ by: world.http.as(world.cast.何川), input: input() });
/** A rep who does not follow the company. */
const stranger =
  (input: () => object): RefusalCase =>
  () => ({ by: world.http.as(world.cast.陈浩), input: input() });
const otherKey =
  (input: () => object): RefusalCase =>
  () => ({ by: world.http.withKey(world.cast.吴桐, ["product_line.*"]), input: input() });
const HOUSE = "sources belong to the whole house and to no team";
const settings = (input: () => object) => ({ mayNot: executive(input), wrongTeam: HOUSE });

testRefusals(() => world.http, {
  "enrichment.listSources": settings(() => ({})),
  "enrichment.listFiles": settings(() => ({ params: { sourceId } })),
  "enrichment.previewFile": settings(() => ({ body: { fileId: sourceId } })),
  "enrichment.addSource": settings(() => ({ body: { ...order(), name: "名单" } })),
  "enrichment.addVersion": settings(() => ({ params: { sourceId }, body: order() })),
  "enrichment.editSource": settings(() => ({ params: { sourceId }, body: {} })),
  "enrichment.wakeSource": settings(() => ({ params: { sourceId } })),
  "enrichment.previewRun": settings(() => ({ body: everything })),
  "enrichment.runEnrichment": settings(() => ({ body: everything })),
  "enrichment.listRuns": settings(() => ({})),
  "enrichment.showFilled": {
    mayNot: otherKey(() => ({ params: { accountId } })),
    wrongTeam: stranger(() => ({ params: { accountId } })),
  },
  "enrichment.askAbout": {
    mayNot: executive(() => ({ params: { accountId } })),
    wrongTeam: stranger(() => ({ params: { accountId } })),
  },
  "enrichment.takeOffers": {
    mayNot: executive(() => ({ params: { accountId }, body: taken() })),
    wrongTeam: stranger(() => ({ params: { accountId }, body: taken() })),
  },
});
