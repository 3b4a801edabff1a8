import { once } from "node:events";
import { finished } from "node:stream/promises";
import type { PoolClient } from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { CREATE_CAMPAIGN, createCampaigns } from "../server/src/capabilities/campaigns/index.ts";
import { createPerson, createTeam, findRoleId } from "../server/src/capabilities/people/index.ts";
import { createProductLine } from "../server/src/capabilities/products/index.ts";
import { rebuildEntries } from "../server/src/capabilities/search/index.ts";
import { prepareTouchMonths } from "../server/src/capabilities/touches/index.ts";
import { hireCast } from "../server/src/cast.fixture.ts";
import type { Context, House } from "../server/src/platform/ledger/context.ts";
import { operate } from "../server/src/platform/ledger/operate.ts";
import { operationKind } from "../server/src/platform/ledger/operation-kind.ts";
import { makeReady } from "../server/src/ready-house.fixture.ts";
import { customerTables } from "./customer-tables.ts";
import type { HouseFrame, Table } from "./house-frame.ts";
import { leadTables, touchLines } from "./lead-tables.ts";

const BENCH = operationKind("bench");
const TEAMS = 20;
const REPS_A_TEAM = 10;
const LINES = ["轮式巡检", "四足巡检", "隧道挂轨", "云平台"];
const CAMPAIGNS = 40;
/** So many leads go in with one COPY, so that a trigger never holds a whole base. */
const LEADS_AT_ONCE = 50_000;
const WRITE_BYTES = 1 << 18;
const DAY_MS = 86_400_000;
/** Leads came over so many days. */
const DAYS = 365;

/**
 * Fills an empty, migrated database with a company of 200 reps in 20 teams and so many leads with all that hangs on them, by
 * COPY, in one operation of kind `bench`. The same numbers give the same company.
 * @param touches for every lead.
 */
export async function fillHouse(
  house: House,
  leads: number,
  touches: number,
  say: (line: string) => void,
): Promise<void> {
  const frame = await makeFrame(house);
  const now = house.clock.now().getTime();
  await prepareTouchMonths(
    house,
    Array.from({ length: DAYS + 40 }, (_, day) => new Date(now - day * DAY_MS)),
  );
  await operate(house, { actor: { kind: "system" }, kind: BENCH, source: "command" }, async (context) => {
    for (let first = 0; first < leads; first += LEADS_AT_ONCE) {
      const part = { ...frame, newId: context.newId, first, count: Math.min(LEADS_AT_ONCE, leads - first), all: leads };
      const customers = customerTables(part);
      for (const table of customers.tables) await copy(context.client, table);
      const sales = leadTables(part, customers);
      for (const table of sales.tables) await copy(context.client, table);
      await copy(context.client, touchLines(part, customers, sales, touches));
      say(`${first + part.count} leads`);
    }
    await context.client.query(
      `update lead_clock as c set due_at = a.assigned_at + interval '4 hours'
       from assignment as a join lead as l on l.id = a.lead_id
       where c.lead_id = a.lead_id and l.stage = 'assigned'`,
    );
  });
  say("names for the search");
  for (const object of ["contact", "account", "opportunity"] as const)
    await operate(house, { actor: { kind: "system" }, kind: BENCH, source: "command" }, (context) =>
      rebuildEntries(context, object),
    );
  await house.pool.query("vacuum analyze");
}

/** People, product lines, campaigns and the standard, through the use cases. */
async function makeFrame(house: House): Promise<Omit<HouseFrame, "newId" | "first" | "count" | "all">> {
  const cast = await hireCast(house);
  await makeReady(house, cast);
  const { result } = await operate(
    house,
    { actor: { kind: "system" }, kind: CREATE_CAMPAIGN, source: "command" },
    async (context) => {
      const reps = [cast.陈浩, cast.王倩, ...(await hireReps(context, cast.teams.销售部))];
      const lines: string[] = [];
      for (const [place, name] of LINES.entries())
        lines.push(await createProductLine(context, { name, code: `line${place}`, parentId: null }));
      const campaigns = await createCampaigns(
        context,
        Array.from({ length: CAMPAIGNS }, (_, place) => ({ name: `活动 ${place}`, type: "content" as const })),
      );
      const today = house.clock.now().getTime();
      await copy(context.client, {
        name: "campaign_cost",
        columns: ["id", "campaign_id", "occurred_on", "amount"],
        lines: campaigns.map((campaignId, place) => {
          const day = new Date(today - ((place * 9) % DAYS) * DAY_MS).toISOString().slice(0, 10);
          return `${context.newId()}\t${campaignId}\t${day}\t${5_000_000 + place * 250_000}\n`;
        }),
      });
      const pools = await context.client.query<{ id: string; kind: string }>(
        "select id, kind from pool where team_id is null",
      );
      const standard = await context.client.query<{ id: string }>(
        "select id from lead_standard where state = 'in_force'",
      );
      const types = await context.client.query<{ type: string; stage: string }>(
        `select t.id as type, s.id as stage
         from opportunity_type as t join opportunity_stage as s on s.type_id = t.id
         where t.code = 'pipeline' order by s.position`,
      );
      return {
        reps,
        sdrs: [cast.周敏],
        lines,
        campaigns,
        poolOf: new Map(pools.rows.map(({ id, kind }) => [kind, id])),
        standardId: standard.rows[0]?.id ?? "",
        typeId: types.rows[0]?.type ?? "",
        stageIds: types.rows.map(({ stage }) => stage),
      };
    },
  );
  return { ...result, now: house.clock.now().getTime(), days: DAYS };
}

async function hireReps(context: Context, parentId: string): Promise<string[]> {
  const roleIds = [(await findRoleId(context, "rep")) ?? ""];
  const signIn = { passwords: { create: async () => context.newId() } as never };
  const reps: string[] = [];
  for (let team = 0; team < TEAMS; team++) {
    const teamId = await createTeam(context, { name: `销售 ${team} 组`, parentId });
    for (let rep = 0; rep < REPS_A_TEAM; rep++) {
      const number = team * REPS_A_TEAM + rep;
      const person = { name: `销售${number}`, email: `rep${number}@yunfan.test`, teamId, roleIds };
      reps.push(await createPerson(context, signIn, { ...person, password: "a-long-password" }));
    }
  }
  return reps;
}

/** COPY in the order in which the rows come. */
async function copy(client: PoolClient, { name, columns, lines }: Table): Promise<void> {
  const stream = client.query(copyFrom(`copy ${name} (${columns.join(", ")}) from stdin`));
  let text = "";
  for (const line of lines) {
    text += line;
    if (text.length < WRITE_BYTES) continue;
    if (!stream.write(text)) await once(stream, "drain");
    text = "";
  }
  stream.end(text);
  await finished(stream);
}
