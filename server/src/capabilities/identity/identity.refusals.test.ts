import { beforeAll } from "vitest";
import { testRefusals } from "../../platform/http/test-refusals.ts";
import type { RefusalCase } from "../../platform/http/test-refusals.ts";
import { openTestWorld } from "../../open-test-world.fixture.ts";
import type { TestWorld } from "../../open-test-world.fixture.ts";
import { operate } from "../../platform/ledger/operate.ts";
import { operationKind } from "../../platform/ledger/operation-kind.ts";
import { attachContacts, sortName } from "../contacts/index.ts";
import { identityMessages, identityRoutes } from "./index.ts";
import { insertPairs } from "./queries/pair-rows.ts";

let world: TestWorld;
/** Two records that nobody of the sales teams follows. */
let ids: string[];
let pairId: string;

beforeAll(async () => {
  world = await openTestWorld(identityRoutes, [identityMessages]);
  const { house } = world.database;
  const kind = operationKind("test.identity");
  const made = await operate(house, { actor: { kind: "system" }, kind, source: "job" }, (context) =>
    attachContacts(
      context,
      ["谢文博", "谢文"].map((name) => ({
        name,
        nameSort: sortName(name),
        identifiers: [],
        accountId: null,
        ownerId: world.cast.吴桐,
        at: context.now,
      })),
    ),
  );
  ids = made.result.map(({ contactId }) => contactId);
  const pairs = await operate(house, { actor: { kind: "system" }, kind, source: "job" }, (context) =>
    insertPairs(context, [{ ids: [ids[0] ?? "", ids[1] ?? ""], foundBy: "capture" }]),
  );
  pairId = pairs.result[0]?.id ?? "";
});

const both = (): object => ({ body: { survivorId: ids[0], mergedId: ids[1], take: [] } });
const one = (): object => ({ params: { contactId: ids[0] } });
const pair = (): object => ({ params: { pairId }, body: { verdict: "different" } });
const ROWS = "a list answers with the pairs of which one may edit both sides, which is tested with the pairs";
/** Reads everything and edits nothing. */
const executive =
  (input: () => object): RefusalCase =>
  () => ({ by: world.http.as(world.cast.何川), input: input() });
/** A rep who follows neither. */
const stranger =
  (input: () => object): RefusalCase =>
  () => ({ by: world.http.as(world.cast.陈浩), input: input() });

testRefusals(() => world.http, {
  "identity.previewMerge": { mayNot: executive(both), wrongTeam: stranger(both) },
  "identity.mergeContacts": { mayNot: executive(both), wrongTeam: stranger(both) },
  "identity.listMerges": {
    mayNot: () => ({ by: world.http.withKey(world.cast.吴桐, ["product_line.*"]), input: one() }),
    wrongTeam: stranger(one),
  },
  "identity.previewUnmerge": { mayNot: executive(one), wrongTeam: stranger(one) },
  "identity.listPairs": { mayNot: executive(() => ({})), wrongTeam: ROWS },
  "identity.countPairs": { mayNot: executive(() => ({})), wrongTeam: ROWS },
  "identity.showPair": { mayNot: executive(pair), wrongTeam: stranger(pair) },
  "identity.judgePair": { mayNot: executive(pair), wrongTeam: stranger(pair) },
  "identity.unmergeContact": { mayNot: executive(one), wrongTeam: stranger(one) },
});
