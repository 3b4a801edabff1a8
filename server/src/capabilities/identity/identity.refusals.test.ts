import { beforeAll } from "vitest";
import { testRefusals } from "../../platform/http/test-refusals.ts";
import type { RefusalCase } from "../../platform/http/test-refusals.ts";
import { openTestWorld } from "../../open-test-world.fixture.ts";
import type { TestWorld } from "../../open-test-world.fixture.ts";
import { operate } from "../../platform/ledger/operate.ts";
import { operationKind } from "../../platform/ledger/operation-kind.ts";
import { attachAccounts, companyKey, sortCompanyName } from "../accounts/index.ts";
import { attachContacts, sortName } from "../contacts/index.ts";
import { identityMessages, identityRoutes } from "./index.ts";
import { insertPairs } from "./queries/pair-rows.ts";

let world: TestWorld;
/** Two records of each kind that nobody of the sales teams follows. */
let people: string[];
let companies: string[];
let pairId: string;

beforeAll(async () => {
  world = await openTestWorld(identityRoutes, [identityMessages]);
  const { house } = world.database;
  const kind = operationKind("test.identity");
  const ownerId = world.cast.吴桐;
  const made = await operate(house, { actor: { kind: "system" }, kind, source: "job" }, async (context) => ({
    contacts: await attachContacts(
      context,
      ["谢文博", "谢文"].map((name) => ({
        name,
        nameSort: sortName(name),
        identifiers: [],
        accountId: null,
        ownerId,
        at: context.now,
      })),
    ),
    accounts: await attachAccounts(
      context,
      ["谢氏机械厂", "谢氏机械"].map((name) => ({
        name,
        key: companyKey(name),
        creditCode: null,
        nameSort: sortCompanyName(name),
        ownerId,
      })),
    ),
  }));
  people = made.result.contacts.map(({ contactId }) => contactId);
  companies = made.result.accounts.map(({ accountId }) => accountId);
  const pairs = await operate(house, { actor: { kind: "system" }, kind, source: "job" }, (context) =>
    insertPairs(context, [{ ids: [people[0] ?? "", people[1] ?? ""], foundBy: "capture" }]),
  );
  pairId = pairs.result[0]?.id ?? "";
});

const both = (): object => ({ body: { survivorId: people[0], mergedId: people[1], take: [] } });
const one = (): object => ({ params: { contactId: people[0] } });
const bothAccounts = (): object => ({ body: { survivorId: companies[0], mergedId: companies[1], take: [] } });
const oneAccount = (): object => ({ params: { accountId: companies[0] } });
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
const outOfScope =
  (input: () => object): RefusalCase =>
  () => ({ by: world.http.withKey(world.cast.吴桐, ["product_line.*"]), input: input() });

const SETTING = "a setting of the company has no team";
const aRun = (): object => ({ params: { runId: pairId } });

testRefusals(() => world.http, {
  "identity.previewMerge": { mayNot: executive(both), wrongTeam: stranger(both) },
  "identity.mergeContacts": { mayNot: executive(both), wrongTeam: stranger(both) },
  "identity.listMerges": { mayNot: outOfScope(one), wrongTeam: stranger(one) },
  "identity.previewUnmerge": { mayNot: executive(one), wrongTeam: stranger(one) },
  "identity.listPairs": { mayNot: executive(() => ({})), wrongTeam: ROWS },
  "identity.countPairs": { mayNot: executive(() => ({})), wrongTeam: ROWS },
  "identity.showPair": { mayNot: executive(pair), wrongTeam: stranger(pair) },
  "identity.previewLikelyMerges": { mayNot: executive(() => ({ query: { from: 0.9 } })), wrongTeam: ROWS },
  "identity.mergeLikely": { mayNot: executive(() => ({ body: { from: 0.9, merges: 1 } })), wrongTeam: ROWS },
  "identity.judgePair": { mayNot: executive(pair), wrongTeam: stranger(pair) },
  "identity.unmergeContact": { mayNot: executive(one), wrongTeam: stranger(one) },
  "identity.previewAccountMerge": { mayNot: executive(bothAccounts), wrongTeam: stranger(bothAccounts) },
  "identity.mergeAccounts": { mayNot: executive(bothAccounts), wrongTeam: stranger(bothAccounts) },
  "identity.listAccountMerges": { mayNot: outOfScope(oneAccount), wrongTeam: stranger(oneAccount) },
  "identity.previewAccountUnmerge": { mayNot: executive(oneAccount), wrongTeam: stranger(oneAccount) },
  "identity.unmergeAccount": { mayNot: executive(oneAccount), wrongTeam: stranger(oneAccount) },
  "identity.showMatching": { mayNot: executive(() => ({})), wrongTeam: SETTING },
  "identity.setThresholds": { mayNot: executive(() => ({ body: {} })), wrongTeam: SETTING },
  "identity.beginMatching": { mayNot: executive(() => ({})), wrongTeam: SETTING },
  "identity.stopMatching": { mayNot: executive(aRun), wrongTeam: SETTING },
});
