import { beforeAll, expect, test } from "vitest";
import { capture } from "@tongzhou/contract/capture";
import { contacts } from "@tongzhou/contract/contacts";
import { openTestHttp } from "../../platform/http/test-http.ts";
import type { TestHttp } from "../../platform/http/test-http.ts";
import { accountsRoutes } from "../accounts/index.ts";
import { contactsRoutes } from "../contacts/index.ts";
import { readPools } from "../leads/index.ts";
import { openPeople } from "../people/index.ts";
import { EAGER, openCaptureWorld } from "../../capture-world.fixture.ts";
import type { CaptureWorld } from "../../capture-world.fixture.ts";
import { captureMessages, captureRoutes } from "./index.ts";

const MASKED_FINDS_A_DAY = 200;

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
    messages: [captureMessages],
    register(registered) {
      captureRoutes(registered);
      contactsRoutes(registered);
      accountsRoutes(registered);
    },
  });
});

const recognise = (who: string, body: object) => http.as(who).call(capture.recognise, { body });
const create = (who: string, body: object) => http.as(who).call(capture.create, { body: { mine: true, ...body } });
const phone = (value: string) => [{ kind: "phone", value }];

test("whoever typed a lead in meets its customer again by phone, mailbox and company, however they are written", async () => {
  const { 陈浩 } = world.cast;
  const made = await create(陈浩, {
    name: "刘建国",
    company: "鼎新石化（集团）有限公司",
    identifiers: [...phone("138 0013 8100"), { kind: "email", value: "Liu@dingxin.example" }],
  });
  const contact = {
    id: made.body.contactId,
    name: "刘建国",
    company: "鼎新石化（集团）有限公司",
    ownerName: "陈浩",
    openLeads: [{ id: made.body.leadId, stage: "sql", productLine: null, ownerName: "陈浩", pool: null }],
  };
  expect((await recognise(陈浩, { phone: "+86 13800138100" })).body).toEqual({
    contact: { ...contact, metBy: "phone", phone: "+8613800138100" },
    account: null,
  });
  expect((await recognise(陈浩, { email: "liu@DINGXIN.example" })).body.contact).toMatchObject({ metBy: "email" });
  expect((await recognise(陈浩, { company: "鼎新石化(集团) 有限公司" })).body).toEqual({
    contact: null,
    account: { id: made.body.accountId, name: "鼎新石化（集团）有限公司", ownerName: "陈浩" },
  });
});

test("half a number, a switchboard and a similar name recognise nobody", async () => {
  const { 陈浩 } = world.cast;
  await create(陈浩, {
    name: "前台",
    company: "远航重工有限公司",
    identifiers: [...phone("13800138101"), ...phone("400-800-1234"), { kind: "email", value: "info@yuanhang.example" }],
  });
  const nobody = { contact: null, account: null };
  expect((await recognise(陈浩, { phone: "1380013810" })).body).toEqual(nobody);
  expect((await recognise(陈浩, { phone: "400-800-1234" })).body).toEqual(nobody);
  expect((await recognise(陈浩, { email: "info@yuanhang.example" })).body).toEqual(nobody);
  expect((await recognise(陈浩, { company: "远航重工" })).body).toEqual(nobody);
  expect((await recognise(陈浩, {})).body).toEqual(nobody);
});

test("a customer out of reach is nobody: neither by the first identifier nor by a company", async () => {
  const { 陈浩, 王倩 } = world.cast;
  await create(陈浩, { name: "韩雪", company: "北辰能源", identifiers: phone("13800138102") });
  expect((await recognise(王倩, { phone: "13800138102", company: "北辰能源" })).body).toEqual({
    contact: null,
    account: null,
  });
  await create(王倩, { name: "于洋", identifiers: [{ kind: "email", value: "yu@nanfang.example" }] });
  // A record with both would go to the holder of the phone (R-ID-10), so the mailbox of her own customer is no answer.
  expect((await recognise(王倩, { phone: "13800138102", email: "yu@nanfang.example" })).body.contact).toBeNull();
  expect((await recognise(王倩, { email: "yu@nanfang.example" })).body.contact).toMatchObject({ name: "于洋" });
});

test("whoever sees numbers masked finds by the whole one, sees it masked, and so often a day only", async () => {
  const { 陈浩, 林晓 } = world.cast;
  await create(陈浩, { name: "潘毅", identifiers: phone("13800138103") });
  const found = await recognise(林晓, { phone: "13800138103" });
  expect(found.body.contact).toMatchObject({ name: "潘毅", ownerName: "陈浩", phone: "138****8103" });
  expect(JSON.stringify(found.body)).not.toContain("13800138103");
  for (let count = 1; count < MASKED_FINDS_A_DAY; count += 1) await recognise(林晓, { phone: "13800138103" });
  expect((await recognise(林晓, { phone: "13800138103" })).problem).toMatchObject({
    status: 429,
    code: "recognition_limit",
    title: "今天查重用得太多",
  });
  // Whom nobody finds costs nothing, and 陈浩 sees his own customer unmasked.
  expect((await recognise(林晓, { phone: "13800138199" })).status).toBe(200);
  expect((await recognise(陈浩, { phone: "13800138103" })).body.contact.phone).toBe("+8613800138103");
});

test("a person who is typed in is whose typed them, and keeps their owner when they are typed again", async () => {
  const { 林晓, 周敏 } = world.cast;
  const body = { name: "沈立群", company: "云台仪表", identifiers: phone("13800138104"), mine: false };
  const made = await create(林晓, body);
  await create(周敏, body);
  const shown = await http.as(林晓).call(contacts.show, { params: { contactId: made.body.contactId } });
  expect(shown.body.owner).toMatchObject({ name: "林晓" });
  expect(await world.rows("select owner_id from account where name = '云台仪表'")).toEqual([{ owner_id: null }]);
});
