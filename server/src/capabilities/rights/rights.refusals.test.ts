import { beforeAll } from "vitest";
import { openTestWorld } from "../../open-test-world.fixture.ts";
import type { TestWorld } from "../../open-test-world.fixture.ts";
import { testRefusals } from "../../platform/http/test-refusals.ts";
import type { RefusalCase } from "../../platform/http/test-refusals.ts";
import { operate } from "../../platform/ledger/operate.ts";
import { operationKind } from "../../platform/ledger/operation-kind.ts";
import { rightsMessages, rightsRoutes, territoriesRoutes } from "./index.ts";

const MAKE = operationKind("test.make_account");

let world: TestWorld;
/** An account and an opportunity of somebody else's team. */
let accountId: string;
let opportunityId: string;

beforeAll(async () => {
  world = await openTestWorld(
    (served) => {
      rightsRoutes(served);
      territoriesRoutes(served);
    },
    [rightsMessages],
  );
  const { house } = world.database;
  await operate(house, { actor: { kind: "system" }, kind: MAKE, source: "job" }, async ({ client, newId }) => {
    accountId = newId();
    opportunityId = newId();
    await client.query(
      "insert into account (id, kind, name, name_sort, owner_id) values ($1, 'company', '鼎新', 'dingxin', $2)",
      [accountId, world.cast.王倩],
    );
    await client.query(
      `insert into opportunity (id, name, name_sort, type_id, account_id, owner_id, opened_at)
       values ($1, '挂轨', 'guagui', (select id from opportunity_type limit 1), $2, $3, now())`,
      [opportunityId, accountId, world.cast.王倩],
    );
  });
});

const show = (): object => ({ params: { accountId } });
const set = (): object => ({
  params: { accountId },
  body: { holder: { kind: "person", id: world.cast.陈浩 }, level: { from: null, to: "follow" } },
});
const collaborators = (): object => ({ params: { opportunityId } });
const change = (): object => ({ params: { opportunityId }, body: { add: [world.cast.陈浩] } });
const shares = (): object => ({ shares: { from: [], to: [{ personId: world.cast.陈浩, percent: 100 }] } });
const setCredit = (): object => ({ params: { accountId }, body: shares() });
const setDealCredit = (): object => ({ params: { opportunityId }, body: shares() });

const none = (): object => ({});
const rule = { regions: ["330000"], industries: [], sizeBands: [] };
const territory = (): object => ({ name: "浙江", holder: { kind: "person", id: world.cast.陈浩 }, rule });
const createTerritory = (): object => ({ body: territory() });
const editTerritory = (): object => ({
  params: { territoryId: accountId },
  body: { from: territory(), to: territory() },
});
const removeTerritory = (): object => ({ params: { territoryId: accountId } });

const executive =
  (input: () => object): RefusalCase =>
  () => ({ by: world.http.as(world.cast.何川), input: input() });
/** A rep of another team, who would like to be let in. */
const stranger =
  (input: () => object): RefusalCase =>
  () => ({ by: world.http.as(world.cast.陈浩), input: input() });
const otherKey =
  (input: () => object): RefusalCase =>
  () => ({ by: world.http.withKey(world.cast.吴桐, ["product_line.*"]), input: input() });

testRefusals(() => world.http, {
  "rights.showAccountRights": { mayNot: otherKey(show), wrongTeam: stranger(show) },
  "rights.setAccountRight": { mayNot: executive(set), wrongTeam: stranger(set) },
  "rights.listCollaborators": { mayNot: otherKey(collaborators), wrongTeam: stranger(collaborators) },
  "rights.setCollaborators": { mayNot: executive(change), wrongTeam: stranger(change) },
  "rights.showAccountCredit": { mayNot: otherKey(show), wrongTeam: stranger(show) },
  "rights.setAccountCredit": { mayNot: executive(setCredit), wrongTeam: stranger(setCredit) },
  "rights.showOpportunityCredit": { mayNot: otherKey(collaborators), wrongTeam: stranger(collaborators) },
  "rights.setOpportunityCredit": { mayNot: executive(setDealCredit), wrongTeam: stranger(setDealCredit) },
  "territories.listTerritories": { mayNot: executive(none), wrongTeam: stranger(none) },
  "territories.previewTerritory": {
    mayNot: executive(() => ({ body: { rule } })),
    wrongTeam: stranger(() => ({ body: { rule } })),
  },
  "territories.createTerritory": { mayNot: executive(createTerritory), wrongTeam: stranger(createTerritory) },
  "territories.editTerritory": { mayNot: executive(editTerritory), wrongTeam: stranger(editTerritory) },
  "territories.removeTerritory": { mayNot: executive(removeTerritory), wrongTeam: stranger(removeTerritory) },
});
