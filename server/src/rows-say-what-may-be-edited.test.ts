import { beforeAll, expect, test } from "vitest";
import { accounts } from "@tongzhou/contract/accounts";
import { campaigns } from "@tongzhou/contract/campaigns";
import { contacts } from "@tongzhou/contract/contacts";
import { openFieldWorld } from "./field-world.fixture.ts";
import type { FieldWorld } from "./field-world.fixture.ts";

let world: FieldWorld;

beforeAll(async () => {
  world = await openFieldWorld();
});

const OK = 200;

/** What the list says and what the edit answers, for everybody of the house, row by row. */
async function differences(
  list: typeof contacts.list | typeof accounts.list | typeof campaigns.list,
  edit: (who: string, id: string) => Promise<number>,
): Promise<{ rows: number; editable: number; wrong: string[] }> {
  const wrong: string[] = [];
  let [rows, editable] = [0, 0];
  for (const [name, who] of Object.entries(world.cast).filter(([, id]) => typeof id === "string")) {
    const read = await world.http.as(who).call(list, { query: {} });
    for (const row of (read.body?.rows ?? []) as { id: string; name: string; mayEdit: boolean }[]) {
      rows += 1;
      if (row.mayEdit) editable += 1;
      if (row.mayEdit !== ((await edit(who, row.id)) === OK)) wrong.push(`${name}: ${row.name}`);
    }
  }
  return { rows, editable, wrong };
}

test("a row says that it may be edited to exactly those whose edit is taken", async () => {
  const { http, cast } = world;
  for (const who of [cast.陈浩, cast.王倩, cast.吴桐, cast.周敏]) {
    const phone = `1390000${String(Object.values(cast).indexOf(who)).padStart(4, "0")}`;
    const identifiers = [{ kind: "phone", value: phone }];
    await http.as(who).call(contacts.create, { body: { name: `客户 ${phone}`, identifiers } });
    await http.as(who).call(accounts.create, { body: { name: `鼎新石化 ${phone}` } });
  }
  await http.as(cast.林晓).call(campaigns.create, { body: { name: "展会", type: "offline_event" } });

  const ofContacts = await differences(contacts.list, async (who, contactId) => {
    const body = { note: { from: null, to: null } };
    return (await http.as(who).call(contacts.edit, { params: { contactId }, body })).status;
  });
  const ofAccounts = await differences(accounts.list, async (who, accountId) => {
    const body = { note: { from: null, to: null } };
    return (await http.as(who).call(accounts.edit, { params: { accountId }, body })).status;
  });
  const ofCampaigns = await differences(campaigns.list, async (who, campaignId) => {
    const body = { goal: { from: null, to: null } };
    return (await http.as(who).call(campaigns.edit, { params: { campaignId }, body })).status;
  });
  for (const { rows, editable, wrong } of [ofContacts, ofAccounts, ofCampaigns]) {
    expect(wrong).toEqual([]);
    // Both kinds were there, or the test would say nothing.
    expect(editable).toBeGreaterThan(0);
    expect(rows).toBeGreaterThan(editable);
  }
});
