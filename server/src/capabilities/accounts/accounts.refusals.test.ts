import { beforeAll } from "vitest";
import { openTestWorld } from "../../open-test-world.fixture.ts";
import type { TestWorld } from "../../open-test-world.fixture.ts";
import { testRefusals } from "../../platform/http/test-refusals.ts";
import type { RefusalCase } from "../../platform/http/test-refusals.ts";
import { accounts } from "@tongzhou/contract/accounts";
import { accountsMessages, accountsRoutes } from "./index.ts";

let world: TestWorld;
/** A record that nobody of the sales teams follows. */
let id: string;

beforeAll(async () => {
  world = await openTestWorld(accountsRoutes, [accountsMessages]);
  const made = await world.http.as(world.cast.吴桐).call(accounts.create, { body: { name: "北辰港务" } });
  id = made.body.accountId as string;
});

const LIST = "a list answers with the rows within reach, which is tested with the list";
const NO_TEAM = "what is created is one's own, whatever the team";

const it = (): object => ({ params: { accountId: id } });

/** Reads everything and edits nothing. */
const executive =
  (input: () => object): RefusalCase =>
  () => ({ by: world.http.as(world.cast.何川), input: input() });
/** A rep who does not follow the record. */
const stranger =
  (input: () => object): RefusalCase =>
  () => ({ by: world.http.as(world.cast.陈浩), input: input() });
/** A key that was given for something else. */
const otherKey =
  (input: () => object = () => ({})): RefusalCase =>
  () => ({ by: world.http.withKey(world.cast.吴桐, ["product_line.*"]), input: input() });

testRefusals(() => world.http, {
  "accounts.listAccounts": { mayNot: otherKey(), wrongTeam: LIST },
  "accounts.countAccounts": { mayNot: otherKey(), wrongTeam: LIST },
  "accounts.listAccountFields": { mayNot: otherKey(), wrongTeam: "names of fields say nothing of any record" },
  "accounts.showAccount": { mayNot: otherKey(it), wrongTeam: stranger(it) },
  "accounts.assignAccounts": {
    mayNot: stranger(() => ({ body: { choice: { ids: [id] }, toId: world.cast.陈浩 } })),
    wrongTeam: () => ({
      by: world.http.as(world.cast.赵磊),
      input: { body: { choice: { ids: [id] }, toId: world.cast.陈浩 } },
    }),
  },
  "accounts.previewAssignment": {
    mayNot: stranger(() => ({ body: { choice: { ids: [id] }, toId: world.cast.陈浩 } })),
    wrongTeam: "it says of records out of reach only that they stay, which assign-accounts.test.ts shows",
  },
  "accounts.createAccount": { mayNot: executive(() => ({ body: { name: "北辰港务" } })), wrongTeam: NO_TEAM },
  "accounts.moveAccount": {
    mayNot: executive(() => ({ ...it(), body: { parentId: { from: null, to: null } } })),
    wrongTeam: stranger(() => ({ ...it(), body: { parentId: { from: null, to: null } } })),
  },
  "accounts.editAccount": {
    mayNot: executive(() => ({ ...it(), body: { note: { from: null, to: "我的" } } })),
    wrongTeam: stranger(() => ({ ...it(), body: { note: { from: null, to: "我的" } } })),
  },
});
