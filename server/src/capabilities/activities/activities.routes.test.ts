import { beforeAll, describe, expect, test } from "vitest";
import { activities } from "@tongzhou/contract/activities";
import { contacts } from "@tongzhou/contract/contacts";
import { leads } from "@tongzhou/contract/leads";
import { opportunities } from "@tongzhou/contract/opportunities";
import { timeline } from "@tongzhou/contract/timeline";
import type { TestHttp } from "../../platform/http/test-http.ts";
import { undoOperation } from "../../platform/ledger/undo/undo-operation.ts";
import { openWorldOfActivities } from "../../activity-world.fixture.ts";
import type { WorldOfActivities } from "../../activity-world.fixture.ts";

let world: WorldOfActivities;
let http: TestHttp;

beforeAll(async () => {
  world = await openWorldOfActivities();
  http = world.http;
});

const as = (name: "陈浩" | "王倩" | "赵磊" | "周敏") => http.as(world.cast[name]);
const call = { kind: "call", outcome: "reached" } as const;

describe("a line logged on a lead", () => {
  test("takes the lead that waited, writes one touch, stands once in its timeline, and undo takes back all of it", async () => {
    const leadId = await world.assigned("刘建国", "陈浩");
    const logged = await as("陈浩").call(activities.log, {
      body: { object: "lead", recordId: leadId, ...call, text: "要两台样机", nextOn: "2025-11-24", accept: true },
    });
    expect(logged).toMatchObject({ status: 201, body: { effective: true, accepted: true } });
    const stageOf = async () => (await as("陈浩").call(leads.show, { params: { leadId } })).body.stage;
    expect(await stageOf()).toBe("sql");
    const touches = () =>
      world.rows(
        `select t.kind, t.channel, i.kind as came_by from touch as t join identifier as i on i.id = t.identifier_id
         join lead as l on l.contact_id = i.contact_id where l.id = $1`,
        [leadId],
      );
    expect(await touches()).toEqual([{ kind: "answered_call", channel: "phone", came_by: "record" }]);
    const read = async (kinds: string) =>
      (await as("陈浩").call(timeline.read, { params: { object: "lead", recordId: leadId }, query: { kinds } })).body
        .rows;
    expect(await read("touch")).toEqual([]);
    expect(await read("activity")).toMatchObject([
      {
        activity: "call",
        outcome: "reached",
        effective: true,
        text: "要两台样机",
        nextOn: "2025-11-24",
        actor: { name: "陈浩" },
      },
    ]);
    await undoOperation(world.database.house, {
      operationId: logged.operationId ?? "",
      actor: { kind: "person", personId: world.cast.陈浩 },
      source: "web",
    });
    expect(await stageOf()).toBe("assigned");
    expect(await touches()).toEqual([]);
    expect(await read("activity")).toEqual([]);
  });

  test("a call nobody answered is no touch and no answer to the assignment", async () => {
    const leadId = await world.assigned("陈思远", "陈浩");
    const body = { object: "lead", recordId: leadId, kind: "call", outcome: "no_answer" } as const;
    const logged = await as("陈浩").call(activities.log, { body });
    expect(logged.body).toMatchObject({ effective: false, accepted: false });
    const shown = await as("陈浩").call(leads.show, { params: { leadId } });
    expect(shown.body).toMatchObject({ stage: "assigned", latestTouch: null });
  });

  test("what does not fit together, lies in the future or takes a lead of somebody else is refused and leaves nothing", async () => {
    const leadId = await world.assigned("沈立群", "陈浩");
    const log = (body: object, who: "陈浩" | "赵磊" = "陈浩") =>
      as(who).call(activities.log, { body: { object: "lead", recordId: leadId, ...body } as never });
    const pointers = async (body: object): Promise<string[]> =>
      ((await log(body)).problem.fields ?? []).map(({ pointer }: { pointer: string }) => pointer);
    expect(await pointers({ kind: "call" })).toContain("/outcome");
    expect(await pointers({ kind: "note", outcome: "held" })).toEqual(["/outcome"]);
    expect(await pointers({ kind: "message", outcome: "sent" })).toEqual(["/channel"]);
    expect(await pointers({ kind: "note" })).toEqual(["/text"]);
    expect(await pointers({ ...call, nextStep: "再约" })).toEqual(["/nextOn"]);
    expect((await log({ ...call, at: "2027-01-01T00:00:00.000Z" })).problem.code).toBe("activity_in_future");
    await as("陈浩").call(leads.accept, { body: { leadIds: [leadId] } });
    expect((await log({ ...call, accept: true })).problem.status).toBe(409);
    expect(await world.rows("select from activity where lead_id = $1", [leadId])).toEqual([]);
  });
});

describe("on people, companies and opportunities", () => {
  test("the only person of a company is whom it was with; of several one is named; the next step becomes the opportunity's", async () => {
    const typed = await as("陈浩").call(contacts.create, {
      body: { name: "邵一鸣", title: null, company: "长风制造", identifiers: [] },
    });
    const { contactId } = typed.body;
    const { account } = (await as("陈浩").call(contacts.show, { params: { contactId } })).body;
    const visit = { kind: "visit", outcome: "held" } as const;
    const first = await as("陈浩").call(activities.log, {
      body: { object: "account", recordId: account.id, ...visit },
    });
    expect(first.body.effective).toBe(true);
    expect(await world.rows("select contact_id from activity where account_id = $1", [account.id])).toEqual([
      { contact_id: contactId },
    ]);
    const stranger = await world.contact("路人");
    const wrong = { object: "account", recordId: account.id, contactId: stranger, ...visit } as const;
    expect((await as("陈浩").call(activities.log, { body: wrong })).problem.code).toBe("activity_contact_missing");
    const opened = await as("陈浩").call(opportunities.create, {
      body: { typeId: await world.pipelineId(), accountId: account.id, name: "长风一期" } as never,
    });
    const opportunityId = opened.body.id as string;
    const body = {
      object: "opportunity",
      recordId: opportunityId,
      kind: "message",
      channel: "wechat",
      outcome: "replied",
      nextOn: "2025-11-25",
      nextStep: "发报价",
    } as const;
    await as("陈浩").call(activities.log, { body });
    const shown = await as("陈浩").call(opportunities.show, { params: { opportunityId } });
    expect(shown.body).toMatchObject({ nextStep: "发报价", nextStepOn: "2025-11-25" });
  });

  test("colleagues of another team may neither write nor read it, a manager above may do both", async () => {
    const leadId = await world.assigned("戴琳", "陈浩");
    const body = { object: "lead", recordId: leadId, ...call } as const;
    expect((await as("王倩").call(activities.log, { body })).status).toBe(404);
    expect((await as("赵磊").call(activities.log, { body })).status).toBe(201);
    const params = { object: "lead", recordId: leadId } as const;
    expect((await as("王倩").call(timeline.read, { params })).status).toBe(404);
    expect((await as("陈浩").call(timeline.read, { params, query: { kinds: "activity" } })).body.rows).toHaveLength(1);
  });
});

test("a next step is due on its day for whoever said it, until something is done there", async () => {
  const leadId = await world.assigned("卢新民", "王倩");
  const log = (body: object) =>
    as("王倩").call(activities.log, { body: { object: "lead", recordId: leadId, ...body } as never });
  const due = async (who: "王倩" | "赵磊" = "王倩") => (await as(who).call(activities.followUps)).body;
  await log({ ...call, text: "周五再谈", nextOn: "2025-11-22", nextStep: "带方案去", accept: true });
  expect(await due()).toMatchObject({ today: "2025-11-21", count: 0, rows: [] });
  world.database.house.clock.advance(86_400_000);
  expect(await due()).toMatchObject({
    today: "2025-11-22",
    count: 1,
    rows: [{ object: "lead", recordId: leadId, contactName: "卢新民", nextStep: "带方案去" }],
  });
  expect((await due("赵磊")).rows).toEqual([]);
  await log({ kind: "note", text: "他改到下周" });
  expect((await due()).count).toBe(0);
});
