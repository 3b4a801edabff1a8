import { beforeAll, describe, expect, test } from "vitest";
import { leads } from "@tongzhou/contract/leads";
import { notifications } from "@tongzhou/contract/notifications";
import { undoOperation } from "../../platform/ledger/undo/undo-operation.ts";
import { openLeads, setResponseDue } from "./index.ts";
import { openLeadHttp } from "./lead-http.fixture.ts";
import type { LeadHttp } from "./lead-http.fixture.ts";
import { QUIET_FACTS } from "./lead-world.fixture.ts";

let opened: LeadHttp;

beforeAll(async () => {
  opened = await openLeadHttp();
});

const as = (name: "林晓" | "周敏" | "陈浩" | "王倩" | "赵磊" | "孙悦" | "何川") =>
  opened.http.as(opened.world.cast[name]);

const tables = ["lead", "lifecycle_event", "assignment", "assignment_end", "assignment_breach"];
const picture = () =>
  Promise.all(
    tables.map((table) => opened.world.rows(`select md5(string_agg(t::text, '' order by t::text)) from ${table} as t`)),
  );

describe("answers", () => {
  test("陈浩 sees what waits for him by the time that is left, accepts, and it is gone from today", async () => {
    const [late, soon] = [await opened.assigned("后到期", "陈浩"), await opened.assigned("先到期", "陈浩")];
    await opened.world.act((context) =>
      setResponseDue(context, [
        { leadId: late, dueAt: new Date("2025-11-21T05:00:00.000Z") },
        { leadId: soon, dueAt: new Date("2025-11-21T02:00:00.000Z") },
      ]),
    );
    const today = await as("陈浩").call(leads.today);
    expect(today.body.leads.slice(0, 2).map((lead: { id: string }) => lead.id)).toEqual([soon, late]);
    expect(today.body.leads[0]).toMatchObject({
      clock: { startedAt: "2025-11-21T01:24:00.000Z", dueAt: "2025-11-21T02:00:00.000Z", outcome: null },
      explanation: { code: "lead.row.6" },
      holder: { kind: "owner", name: "陈浩" },
    });
    const accepted = await as("陈浩").call(leads.accept, { body: { leadIds: [soon] } });
    expect(accepted.body).toEqual({ moved: [soon], refused: [] });
    const after = await as("陈浩").call(leads.today);
    expect(after.body.leads.map((lead: { id: string }) => lead.id)).toEqual([late]);
  });

  test("赵磊 sees what his people have in hand and who is late; 周敏 sees nothing of them", async () => {
    const loadOf = async (name: "赵磊" | "周敏", owner: "陈浩" | "王倩") => {
      const { body } = await as(name).call(leads.teamLoad);
      const { [owner]: ownerId } = opened.world.cast;
      const found = body.find((each: { ownerId: string }) => each.ownerId === ownerId);
      return found ?? { open: 0, waiting: 0, late: 0 };
    };
    const before = await loadOf("赵磊", "陈浩");
    const [late, taken] = [await opened.assigned("超时的", "陈浩"), await opened.assigned("接了的", "陈浩")];
    await opened.world.act((context) =>
      setResponseDue(context, [
        { leadId: late, dueAt: new Date("2025-11-21T01:24:00.000Z") },
        { leadId: taken, dueAt: new Date("2025-11-21T01:24:00.000Z") },
      ]),
    );
    await as("陈浩").call(leads.accept, { body: { leadIds: [taken] } });
    expect(await loadOf("赵磊", "陈浩")).toMatchObject({
      ownerName: "陈浩",
      open: before.open + 2,
      waiting: before.waiting + 1,
      late: before.late + 1,
    });
    expect(await loadOf("周敏", "陈浩")).toEqual({ open: 0, waiting: 0, late: 0 });
  });

  test("a rep who is too late is told who has the lead", async () => {
    const leadId = await opened.assigned("改派给王倩", "陈浩");
    await as("赵磊").call(leads.assign, { body: { choice: { leadIds: [leadId] }, toId: opened.world.cast.王倩 } });
    const late = await as("陈浩").call(leads.accept, { body: { leadIds: [leadId] } });
    expect(late.status).toBe(409);
    expect(late.problem).toMatchObject({ code: "lead_not_the_holder", params: { holderName: "王倩" } });
    expect(late.problem.title).toContain("王倩");
  });

  test("of several leads the ones that cannot move are named and the others move", async () => {
    const [mine, hers] = [await opened.assigned("我的", "陈浩"), await opened.assigned("她的", "王倩")];
    const answer = await as("陈浩").call(leads.accept, { body: { leadIds: [mine, hers] } });
    expect(answer.body.moved).toEqual([mine]);
    expect(answer.body.refused).toEqual([{ leadId: hers, code: "lead_not_found", params: {}, holderName: null }]);
  });

  test("a reject does what the standard says of its reason, and marketing reads it at once", async () => {
    const leadId = await opened.assigned("时机未到", "陈浩");
    const unknown = await as("陈浩").call(leads.decline, { body: { leadIds: [leadId], reason: "下雨" } });
    expect(unknown.problem).toMatchObject({ status: 400, fields: [{ pointer: "/reason" }] });
    const declined = await as("陈浩").call(leads.decline, {
      body: { leadIds: [leadId], reason: "not_ready", note: "明年三月再谈" },
    });
    expect(declined.body.moved).toEqual([leadId]);
    const record = await as("林晓").call(leads.show, { params: { leadId } });
    expect(record.body).toMatchObject({ stage: "nurturing", nurtureGroup: "warm", reason: "not_ready" });
    expect(record.body.lifeline.at(-1)).toMatchObject({ row: "8a", actorName: "陈浩", note: "明年三月再谈" });
    const told = await as("林晓").call(notifications.list);
    expect(told.body.rows).toContainEqual(
      expect.objectContaining({
        kind: "lead.rejected",
        params: expect.objectContaining({ leadId, reason: "not_ready" }),
      }),
    );
  });

  test("two reps claim at once: one has it, the other is told by name", async () => {
    const leadId = await opened.inPublicPool("公海线索");
    const [one, two] = await Promise.all(
      [opened.world.cast.陈浩, opened.world.cast.吴桐].map((id) =>
        opened.http.as(id).call(leads.claim, { body: { leadIds: [leadId] } }),
      ),
    );
    expect([one?.status, two?.status].toSorted()).toEqual([200, 409]);
    const winner = one?.status === 200 ? "陈浩" : "吴桐";
    expect([one, two].find((answer) => answer?.status === 409)?.problem).toMatchObject({
      params: { holderName: winner },
    });
  });

  test("every act of a person is undone to the last row", async () => {
    const leadId = await opened.assigned("撤销", "陈浩");
    const acts = [
      () => as("陈浩").call(leads.accept, { body: { leadIds: [leadId] } }),
      () => as("陈浩").call(leads.decline, { body: { leadIds: [leadId], reason: "wrong_match" } }),
      () => as("陈浩").call(leads.disqualify, { body: { leadIds: [leadId], reason: "invalid" } }),
      () => as("赵磊").call(leads.assign, { body: { choice: { leadIds: [leadId] }, toId: opened.world.cast.王倩 } }),
    ];
    for (const act of acts) {
      const before = await picture();
      const done = await act();
      expect(done.status, JSON.stringify(done.body)).toBe(200);
      await undoOperation(opened.world.database.house, {
        operationId: done.operationId ?? "",
        actor: { kind: "person", personId: opened.world.cast.赵磊 },
        source: "web",
      });
      expect(await picture()).toEqual(before);
    }
  });
});

describe("facts of a lead", () => {
  test("are changed where the editor saw the value of now, and undone", async () => {
    const leadId = await opened.assigned("改备注", "陈浩");
    const edit = (body: object) => as("陈浩").call(leads.edit, { params: { leadId }, body });
    const before = await picture();
    const done = await edit({ note: { from: null, to: "罐区是 1 区" }, source: { from: null, to: "展会" } });
    expect(done.body).toMatchObject({ note: "罐区是 1 区", source: "展会", stage: "assigned" });
    const stale = await edit({ note: { from: null, to: "别的" } });
    expect(stale.problem).toMatchObject({ status: 409, code: "changed_meanwhile" });
    await undoOperation(opened.world.database.house, {
      operationId: done.operationId ?? "",
      actor: { kind: "person", personId: opened.world.cast.陈浩 },
      source: "web",
    });
    expect(await picture()).toEqual(before);
  });

  test("a product line in which the person has an open lead is refused with that lead", async () => {
    const { world } = opened;
    const lineId = world.database.house.newId();
    await world.act(({ client }) =>
      client.query(
        "insert into product_line (id, code, name, name_sort) values ($1, 'robot.wheeled', '轮式巡检', 'lunshi')",
        [lineId],
      ),
    );
    const leadId = await opened.assigned("两条线", "陈浩");
    const [{ contact_id: contactId } = {}] = await world.rows("select contact_id from lead where id = $1", [leadId]);
    const { result } = await world.act((context) =>
      openLeads(
        context,
        [
          {
            contactId: String(contactId),
            homeContactId: String(contactId),
            accountId: null,
            productLineId: lineId,
            campaignId: null,
            source: null,
            at: context.now,
            entry: { kind: "captured" },
          },
        ],
        QUIET_FACTS,
      ),
    );
    const refused = await as("陈浩").call(leads.edit, {
      params: { leadId },
      body: { productLineId: { from: null, to: lineId } },
    });
    expect(refused.problem).toMatchObject({ code: "lead_open_lead_exists", params: { leadId: result[0]?.leadId } });
  });
});

describe("work of an SDR", () => {
  test("周敏 takes, puts back, takes, parks; takes another and passes it on to a rep", async () => {
    const [leadId = "", other = ""] = await opened.world.capture("清洗一", "清洗二");
    const qualify = { kind: "judged", destination: "qualify", cause: "capture" } as const;
    await opened.world.lead(leadId, qualify);
    await opened.world.lead(other, qualify);
    const body = { leadIds: [leadId] };
    const before = await picture();
    const operations: string[] = [];
    for (const call of [
      () => as("周敏").call(leads.take, { body }),
      () => as("周敏").call(leads.putBack, { body }),
      () => as("周敏").call(leads.take, { body }),
      () => as("周敏").call(leads.park, { body: { ...body, until: "2026-03-01T00:00:00.000Z" } }),
    ]) {
      const done = await call();
      expect(done.body.moved, JSON.stringify(done.body)).toEqual([leadId]);
      operations.push(done.operationId ?? "");
    }
    const past = await as("周敏").call(leads.park, { body: { leadIds: [other], until: "2020-01-01T00:00:00.000Z" } });
    expect(past.problem).toMatchObject({ status: 422, code: "lead_park_date_not_ahead" });
    const passed = await as("周敏").call(leads.passOn, { body: { leadIds: [other], repId: opened.world.cast.陈浩 } });
    operations.push(passed.operationId ?? "");
    expect((await as("陈浩").call(leads.show, { params: { leadId: other } })).body.stage).toBe("assigned");
    for (const operationId of operations.toReversed())
      await undoOperation(opened.world.database.house, { operationId, actor: { kind: "system" }, source: "job" });
    expect(await picture()).toEqual(before);
  });
});

describe("the list", () => {
  test("shows a rep what is theirs and masks a phone beyond it; filters, sorts and counts agree", async () => {
    const mine = await opened.assigned("列表甲", "王倩");
    const hers = await as("王倩").call(leads.list, { query: { search: "列表甲" } });
    expect(hers.body.rows).toHaveLength(1);
    expect(hers.body.rows[0]).toMatchObject({
      id: mine,
      stage: "assigned",
      contact: { name: "列表甲", reachedBy: { kind: "phone", visibility: "edit" } },
    });
    expect((await as("陈浩").call(leads.list, { query: { search: "列表甲" } })).body.rows).toEqual([]);
    const masked = await as("林晓").call(leads.list, { query: { search: "列表甲" } });
    expect(masked.body.rows[0].contact.reachedBy).toMatchObject({ visibility: "masked" });
    expect(masked.body.rows[0].contact.reachedBy.value).toContain("****");
    const filter = JSON.stringify({
      combinator: "and",
      rules: [
        { field: "lead.stage", operator: "is", value: "assigned" },
        { field: "lead.contacted", operator: "is", value: false },
        { field: "lead.lastAnswer", operator: "empty" },
        { field: "lead.touches", operator: "not_exists", value: {} },
      ],
    });
    const counted = await as("何川").call(leads.count, { query: { filter } });
    const listed = await as("何川").call(leads.list, { query: { filter, limit: 200 } });
    expect(counted.body).toEqual({ count: listed.body.rows.length, exact: true, rough: false });
    expect(listed.body.rows.map((row: { id: string }) => row.id)).toContain(mine);
  });

  test("every sort pages through all leads once", async () => {
    for (const sort of ["captured", "-captured", "clock", "-clock", "name", "-account"]) {
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await as("何川").call(leads.list, {
          query: { sort, limit: 5, ...(cursor === undefined ? {} : { cursor }) },
        });
        expect(page.status, JSON.stringify(page.body)).toBe(200);
        seen.push(...page.body.rows.map((row: { id: string }) => row.id));
        cursor = page.body.nextCursor;
      } while (cursor !== undefined);
      const [{ count } = {}] = await opened.world.rows("select count(*) from lead");
      expect(new Set(seen).size, sort).toBe(Number(count));
      expect(seen, sort).toHaveLength(Number(count));
    }
  });

  test("assigning all that a filter chooses moves exactly those within the manager's rights", async () => {
    const [one, two] = [await opened.assigned("批量甲", "陈浩"), await opened.assigned("批量乙", "陈浩")];
    const choice = { filter: { combinator: "and", rules: [] }, search: "批量" } as const;
    const done = await as("赵磊").call(leads.assign, { body: { choice, toId: opened.world.cast.王倩 } });
    expect(done.body.moved.toSorted()).toEqual([one, two].toSorted());
    const rep = await as("陈浩").call(leads.assign, { body: { choice, toId: opened.world.cast.陈浩 } });
    expect(rep.status).toBe(403);
  });
});
