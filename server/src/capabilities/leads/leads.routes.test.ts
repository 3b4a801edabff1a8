import { beforeAll, describe, expect, test } from "vitest";
import type { RejectReason } from "@tongzhou/contract/lead-standard";
import { leads } from "@tongzhou/contract/leads";
import { notifications } from "@tongzhou/contract/notifications";
import { openTestHttp } from "../../platform/http/test-http.ts";
import type { TestHttp } from "../../platform/http/test-http.ts";
import { testRefusals } from "../../platform/http/test-refusals.ts";
import { undoOperation } from "../../platform/ledger/undo/undo-operation.ts";
import { notificationsMessages, notificationsRoutes } from "../notifications/index.ts";
import { openDirectory } from "../people/index.ts";
import { leadsMessages, leadsRoutes, readPools, setResponseDue } from "./index.ts";
import { assignedTo, openLeadWorld } from "./lead-world.fixture.ts";
import type { LeadWorld } from "./lead-world.fixture.ts";

const REASONS: RejectReason[] = [
  { code: "not_ready", name: "时机未到", effect: "nurture_warm", wakes: true },
  { code: "wrong_match", name: "分错人", effect: "triage", wakes: false },
  { code: "invalid", name: "无效", effect: "disqualify", wakes: false },
];

let world: LeadWorld;
let http: TestHttp;
let ofChenHao: string;
let inHisPool: string;
let toQualify: string;

beforeAll(async () => {
  world = await openLeadWorld();
  const { house } = world.database;
  http = await openTestHttp({
    house,
    directory: openDirectory(house, readPools),
    messages: [leadsMessages, notificationsMessages],
    register(registering) {
      leadsRoutes(registering, { readReasons: async () => REASONS });
      notificationsRoutes({ ...registering, endpoints: [] });
    },
  });
  ofChenHao = await assigned("陈浩的", "陈浩");
  inHisPool = await inPublicPool("华东公海");
  [toQualify = ""] = await world.capture("待清洗");
  await world.lead(toQualify, { kind: "judged", destination: "qualify", cause: "capture" });
});

const as = (name: "林晓" | "周敏" | "陈浩" | "王倩" | "赵磊" | "孙悦" | "何川") => http.as(world.cast[name]);

async function assigned(name: string, to: "陈浩" | "王倩"): Promise<string> {
  const [leadId = ""] = await world.capture(name);
  await world.lead(leadId, ...assignedTo(world.cast[to]));
  return leadId;
}

async function inPublicPool(name: string): Promise<string> {
  const leadId = await assigned(name, "陈浩");
  await world.lead(
    leadId,
    { kind: "accepted", by: { personId: world.cast.陈浩, mayActForHolder: false } },
    { kind: "idle", destination: "public", teamId: world.cast.teams.华东组 },
  );
  return leadId;
}

const tables = ["lead", "lifecycle_event", "assignment", "assignment_end", "assignment_breach"];
const picture = () =>
  Promise.all(
    tables.map((table) => world.rows(`select md5(string_agg(t::text, '' order by t::text)) from ${table} as t`)),
  );

describe("answers", () => {
  test("陈浩 sees what waits for him by the time that is left, accepts, and it is gone from today", async () => {
    const [late, soon] = [await assigned("后到期", "陈浩"), await assigned("先到期", "陈浩")];
    await world.act((context) =>
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
    expect(after.body.leads.map((lead: { id: string }) => lead.id)).toEqual([late, ofChenHao]);
  });

  test("a rep who is too late is told who has the lead", async () => {
    const leadId = await assigned("改派给王倩", "陈浩");
    await as("赵磊").call(leads.assign, { body: { choice: { leadIds: [leadId] }, toId: world.cast.王倩 } });
    const late = await as("陈浩").call(leads.accept, { body: { leadIds: [leadId] } });
    expect(late.status).toBe(409);
    expect(late.problem).toMatchObject({ code: "lead_not_the_holder", params: { holderName: "王倩" } });
    expect(late.problem.title).toContain("王倩");
  });

  test("of several leads the ones that cannot move are named and the others move", async () => {
    const [mine, hers] = [await assigned("我的", "陈浩"), await assigned("她的", "王倩")];
    const answer = await as("陈浩").call(leads.accept, { body: { leadIds: [mine, hers] } });
    expect(answer.body.moved).toEqual([mine]);
    expect(answer.body.refused).toEqual([{ leadId: hers, code: "lead_not_found", params: {}, holderName: null }]);
  });

  test("a reject does what the standard says of its reason, and marketing reads it at once", async () => {
    const leadId = await assigned("时机未到", "陈浩");
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
    const leadId = await inPublicPool("公海线索");
    const [one, two] = await Promise.all(
      [world.cast.陈浩, world.cast.吴桐].map((id) => http.as(id).call(leads.claim, { body: { leadIds: [leadId] } })),
    );
    expect([one?.status, two?.status].toSorted()).toEqual([200, 409]);
    const winner = one?.status === 200 ? "陈浩" : "吴桐";
    expect([one, two].find((answer) => answer?.status === 409)?.problem).toMatchObject({
      params: { holderName: winner },
    });
  });

  test("every act of a person is undone to the last row", async () => {
    const leadId = await assigned("撤销", "陈浩");
    const acts = [
      () => as("陈浩").call(leads.accept, { body: { leadIds: [leadId] } }),
      () => as("陈浩").call(leads.decline, { body: { leadIds: [leadId], reason: "wrong_match" } }),
      () => as("陈浩").call(leads.disqualify, { body: { leadIds: [leadId], reason: "invalid" } }),
      () => as("赵磊").call(leads.assign, { body: { choice: { leadIds: [leadId] }, toId: world.cast.王倩 } }),
    ];
    for (const act of acts) {
      const before = await picture();
      const done = await act();
      expect(done.status, JSON.stringify(done.body)).toBe(200);
      await undoOperation(world.database.house, {
        operationId: done.operationId ?? "",
        actor: { kind: "person", personId: world.cast.赵磊 },
        source: "web",
      });
      expect(await picture()).toEqual(before);
    }
  });
});

describe("work of an SDR", () => {
  test("周敏 takes, puts back, takes, parks; takes another and passes it on to a rep", async () => {
    const [leadId = "", other = ""] = await world.capture("清洗一", "清洗二");
    const qualify = { kind: "judged", destination: "qualify", cause: "capture" } as const;
    await world.lead(leadId, qualify);
    await world.lead(other, qualify);
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
    const passed = await as("周敏").call(leads.passOn, { body: { leadIds: [other], repId: world.cast.陈浩 } });
    operations.push(passed.operationId ?? "");
    expect((await as("陈浩").call(leads.show, { params: { leadId: other } })).body.stage).toBe("assigned");
    for (const operationId of operations.toReversed())
      await undoOperation(world.database.house, { operationId, actor: { kind: "system" }, source: "job" });
    expect(await picture()).toEqual(before);
  });
});

describe("the list", () => {
  test("shows a rep what is theirs and masks a phone beyond it; filters, sorts and counts agree", async () => {
    const mine = await assigned("列表甲", "王倩");
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
    expect(counted.body).toEqual({ count: listed.body.rows.length, exact: true });
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
      const [{ count } = {}] = await world.rows("select count(*) from lead");
      expect(new Set(seen).size, sort).toBe(Number(count));
      expect(seen, sort).toHaveLength(Number(count));
    }
  });

  test("assigning all that a filter chooses moves exactly those within the manager's rights", async () => {
    const [one, two] = [await assigned("批量甲", "陈浩"), await assigned("批量乙", "陈浩")];
    const choice = { filter: { combinator: "and", rules: [] }, search: "批量" } as const;
    const done = await as("赵磊").call(leads.assign, { body: { choice, toId: world.cast.王倩 } });
    expect(done.body.moved.toSorted()).toEqual([one, two].toSorted());
    const rep = await as("陈浩").call(leads.assign, { body: { choice, toId: world.cast.陈浩 } });
    expect(rep.status).toBe(403);
  });
});

const his = () => ({ leadIds: [ofChenHao] });
const waiting = () => ({ leadIds: [toQualify] });
const ALL = "everybody who may read leads at all reads their own; nothing of another team is in the answer";
testRefusals(() => http, {
  "leads.listLeads": {
    mayNot: "every shipped role may read some leads, and the statement shows no others",
    wrongTeam: ALL,
  },
  "leads.countLeads": {
    mayNot: "every shipped role may read some leads, and the statement counts no others",
    wrongTeam: ALL,
  },
  "leads.listLeadFields": { mayNot: "every shipped role may filter the leads it sees", wrongTeam: ALL },
  "leads.today": { mayNot: "every shipped role may read leads, and it shows one's own alone", wrongTeam: ALL },
  "leads.listRejectReasons": { mayNot: "the reasons of the standard are no secret among colleagues", wrongTeam: ALL },
  "leads.showLead": {
    mayNot: () => ({ by: as("孙悦"), input: { params: { leadId: ofChenHao } } }),
    wrongTeam: () => ({ by: as("王倩"), input: { params: { leadId: ofChenHao } } }),
  },
  "leads.acceptLeads": {
    mayNot: () => ({ by: as("何川"), input: { body: his() } }),
    wrongTeam: () => ({ by: as("王倩"), input: { body: his() } }),
  },
  "leads.declineLeads": {
    mayNot: () => ({ by: as("何川"), input: { body: { ...his(), reason: "not_ready" } } }),
    wrongTeam: () => ({ by: as("王倩"), input: { body: { ...his(), reason: "not_ready" } } }),
  },
  "leads.disqualifyLeads": {
    mayNot: () => ({ by: as("孙悦"), input: { body: { ...his(), reason: "invalid" } } }),
    wrongTeam: () => ({ by: as("王倩"), input: { body: { ...his(), reason: "invalid" } } }),
  },
  "leads.claimLeads": {
    mayNot: () => ({ by: as("何川"), input: { body: { leadIds: [inHisPool] } } }),
    wrongTeam: () => ({ by: as("王倩"), input: { body: { leadIds: [inHisPool] } } }),
  },
  "leads.takeLeads": {
    mayNot: () => ({ by: as("何川"), input: { body: waiting() } }),
    wrongTeam: () => ({ by: as("陈浩"), input: { body: waiting() } }),
  },
  "leads.putBackLeads": {
    mayNot: () => ({ by: as("何川"), input: { body: waiting() } }),
    wrongTeam: () => ({ by: as("陈浩"), input: { body: waiting() } }),
  },
  "leads.passOnLeads": {
    mayNot: () => ({ by: as("何川"), input: { body: waiting() } }),
    wrongTeam: () => ({ by: as("陈浩"), input: { body: waiting() } }),
  },
  "leads.parkLeads": {
    mayNot: () => ({ by: as("何川"), input: { body: { ...waiting(), until: "2026-03-01T00:00:00.000Z" } } }),
    wrongTeam: () => ({ by: as("陈浩"), input: { body: { ...waiting(), until: "2026-03-01T00:00:00.000Z" } } }),
  },
  "leads.assignLeads": {
    mayNot: () => ({ by: as("陈浩"), input: { body: { choice: waiting(), toId: world.cast.王倩 } } }),
    wrongTeam: () => ({ by: as("赵磊"), input: { body: { choice: waiting(), toId: world.cast.王倩 } } }),
  },
  "leads.handOverLeads": {
    mayNot: () => ({ by: as("陈浩"), input: { body: { fromId: world.cast.王倩, toId: world.cast.陈浩 } } }),
    wrongTeam: () => ({ by: as("赵磊"), input: { body: { fromId: world.cast.周敏, toId: world.cast.陈浩 } } }),
  },
});
