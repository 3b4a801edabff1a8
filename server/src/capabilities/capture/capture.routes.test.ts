import { beforeAll, expect, test } from "vitest";
import { capture } from "@tongzhou/contract/capture";
import { openTestHttp } from "../../platform/http/test-http.ts";
import type { TestHttp } from "../../platform/http/test-http.ts";
import { undoOperation } from "../../platform/ledger/undo/undo-operation.ts";
import { readPools } from "../leads/index.ts";
import { openPeople } from "../people/index.ts";
import { EAGER, openCaptureWorld } from "../../capture-world.fixture.ts";
import type { CaptureWorld } from "../../capture-world.fixture.ts";
import { contactsMessages } from "../contacts/index.ts";
import { captureMessages, captureRoutes } from "./index.ts";

let world: CaptureWorld;
let http: TestHttp;

beforeAll(async () => {
  world = await openCaptureWorld();
  await world.putInForce(EAGER);
  const { house } = world.database;
  const { signIn } = await openPeople(house, { readPools });
  http = await openTestHttp({
    house,
    directory: signIn.directory,
    messages: [captureMessages, contactsMessages],
    register: captureRoutes,
  });
});

const phone = (value: string) => [{ kind: "phone", value }];
const create = (who: string, body: object) => http.as(who).call(capture.create, { body });

test("what a rep types for himself is his at once, graded and not routed, and undo takes it back", async () => {
  const { 陈浩 } = world.cast;
  const body = { name: "刘建国", identifiers: phone("138 0013 8000"), company: "鼎新石化", mine: true };
  const created = await create(陈浩, body);
  expect(created.status).toBe(201);
  expect(created.body).toMatchObject({ outcome: "opened", newContact: true, newAccount: true });
  const lead = () => world.rows("select stage, owner_id, self_sourced from lead where id = $1", [created.body.leadId]);
  expect(await lead()).toEqual([{ stage: "sql", owner_id: 陈浩, self_sourced: true }]);
  expect(await world.rows("select cell from lead_score")).toEqual([{ cell: "A4" }]);
  expect(await world.rows("select from assignment")).toEqual([]);
  await undoOperation(world.database.house, {
    operationId: created.operationId ?? "",
    actor: { kind: "person", personId: 陈浩 },
    source: "web",
  });
  expect(await lead()).toEqual([]);
});

test("a second one is refused with a pointer for whoever may read the lead, and with nothing for others", async () => {
  const { 陈浩, 王倩 } = world.cast;
  const body = { name: "陈思远", identifiers: phone("13800138001"), mine: true };
  const first = await create(陈浩, body);
  expect((await create(陈浩, body)).problem).toMatchObject({
    status: 409,
    code: "open_lead_exists",
    params: { leadId: first.body.leadId, holderName: "陈浩" },
    title: "这个人在这条产品线已有进行中的线索",
  });
  const other = await create(王倩, body);
  expect(other.problem.code).toBe("open_lead_exists");
  expect(JSON.stringify(other.problem)).not.toContain(first.body.leadId);
});

test("what another system sends is judged and routed, and a repeated call answers the same", async () => {
  const body = { name: "沈立群", identifiers: phone("13800138002"), touch: { kind: "form", title: "报价" } } as const;
  const send = () => http.as(world.cast.林晓).call(capture.create, { body }, { "idempotency-key": "form-1" });
  const first = await send();
  expect(first.body).toMatchObject({ outcome: "opened" });
  expect((await send()).body).toEqual(first.body);
  expect(await world.rows("select stage from lead where id = $1", [first.body.leadId])).toEqual([
    { stage: "assigned" },
  ]);
});

test("what says nobody, or names what is not there, is refused by field", async () => {
  const { 林晓 } = world.cast;
  expect((await create(林晓, { name: "无名" })).problem.status).toBe(400);
  expect((await create(林晓, { name: "戴琳", identifiers: phone("12") })).problem).toMatchObject({
    status: 400,
    fields: [{ pointer: "/identifiers/0", code: "field.no_identifier" }],
  });
  expect((await create(林晓, { name: "戴琳", identifiers: phone("1380013800") })).problem).toMatchObject({
    status: 400,
    fields: [{ pointer: "/identifiers/0", code: "field.phone_too_short", message: "号码位数不够，请核对" }],
  });
  const nowhere = { name: "戴琳", identifiers: phone("13800138003"), campaignId: world.database.house.newId() };
  expect((await create(林晓, nowhere)).problem.code).toBe("campaign_missing");
});
