import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import type { Context } from "../../platform/ledger/context.ts";
import { operate } from "../../platform/ledger/operate.ts";
import { operationKind } from "../../platform/ledger/operation-kind.ts";
import { undoOperation } from "../../platform/ledger/undo/undo-operation.ts";
import { openInsightsWorld } from "./insights-world.fixture.ts";
import type { InsightsWorld } from "./insights-world.fixture.ts";

// `funnel_lead` is kept by triggers, move by move; computed afresh from the ledger it must be the same, whatever was written,
// by whom and in which order, and also after it was taken back.

const IN_A_STORY = operationKind("test.story");
const SYSTEM = { kind: "system" } as const;
const LEADS = 4;
const STAGES = ["raw", "nurturing", "qualifying", "mql", "assigned", "sql", "converted", "disqualified"];
const START = Date.parse("2025-03-01T00:00:00.000Z");
const DAY = 86_400_000;
const UNIQUE_VIOLATION = "23505";

let world: InsightsWorld;
const leads: { id: string; opportunityId: string }[] = [];
const campaigns: (string | null)[] = [null];

beforeAll(async () => {
  world = await openInsightsWorld();
  campaigns.push(await world.campaign("展会", 0), await world.campaign("直播", 0));
  for (let number = 0; number < LEADS; number++) {
    const { leadId } = await world.interest(`线索 ${number}`, null);
    leads.push({ id: leadId, opportunityId: await world.convert(leadId, world.cast.陈浩) });
  }
});

interface Move {
  readonly lead: number;
  readonly day: number;
  readonly cycle: number;
  readonly from: string | null;
  readonly to: string;
}

type Act =
  | { readonly act: "move"; readonly moves: readonly Move[] }
  | { readonly act: "forget" | "postpone" | "give"; readonly place: number; readonly lead: number }
  | { readonly act: "relink" | "campaign" | "owner"; readonly lead: number; readonly to: number }
  | { readonly act: "undo"; readonly place: number };

const leadNumber = fc.nat({ max: LEADS - 1 });
const aMove: fc.Arbitrary<Move> = fc.record({
  lead: leadNumber,
  day: fc.nat({ max: 9 }),
  cycle: fc.constantFrom(1, 1, 1, 2, 3),
  from: fc.constantFrom(null, ...STAGES),
  to: fc.constantFrom(...STAGES, "won"),
});
const anAct: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ act: fc.constant("move" as const), moves: fc.array(aMove, { minLength: 1, maxLength: 6 }) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      act: fc.constantFrom("forget" as const, "postpone" as const, "give" as const),
      place: fc.nat(),
      lead: leadNumber,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      act: fc.constantFrom("relink" as const, "campaign" as const, "owner" as const),
      lead: leadNumber,
      to: fc.nat({ max: LEADS }),
    }),
  },
  { weight: 4, arbitrary: fc.record({ act: fc.constant("undo" as const), place: fc.nat() }) },
);

test("the funnel kept move by move is the funnel computed from the ledger, undo included", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anAct, { minLength: 1, maxLength: 12 }), async (acts) => {
      const operations: string[] = [];
      for (const act of acts) {
        const operationId = await perform(act, operations).catch(unlessTaken);
        if (operationId !== undefined) operations.push(operationId);
        expect(await differences()).toEqual([]);
      }
    }),
    { numRuns: 30 },
  );
});

test("of a move and a win at the same moment neither is lost", async () => {
  const { leadId } = await world.interest("同时", null);
  leads[LEADS] = { id: leadId, opportunityId: await world.convert(leadId, world.cast.陈浩) };
  const win: Move = { lead: LEADS, day: 1, cycle: 1, from: null, to: "won" };
  const earlier: Move = { lead: LEADS, day: 0, cycle: 1, from: "raw", to: "mql" };
  let opened = (): void => undefined;
  const written = new Promise<void>((resolve) => (opened = resolve));
  const first = run(async (context) => {
    await write(context, [win]);
    opened();
    await somebodyWaits();
  });
  await written;
  await Promise.all([first, run((context) => write(context, [earlier]))]);
  const { rows } = await world.database.pool.query("select mql_at, won_at from funnel_lead where lead_id = $1", [
    leadId,
  ]);
  expect(rows).toEqual([{ mql_at: new Date(START), won_at: new Date(START + DAY) }]);
  expect(await differences()).toEqual([]);
});

/** Returns once another connection waits for a lock. */
async function somebodyWaits(): Promise<void> {
  for (;;) {
    const { rowCount } = await world.database.pool.query("select from pg_locks where not granted");
    if (rowCount) return;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** Rows that are kept and should not be, and the other way round. */
async function differences(): Promise<unknown[]> {
  const { rows } = await world.database.pool.query(`
    with everybody as (select array_agg(id) as ids from lead),
    computed as (select f.* from everybody cross join lateral funnel_leads_of(ids) as f),
    computed_later as (select f.* from everybody cross join lateral funnel_later_entries_of(ids) as f)
    select 'kept only' as found, to_jsonb(f) as row from (table funnel_lead except table computed) as f
    union all
    select 'computed only', to_jsonb(f) from (table computed except table funnel_lead) as f
    union all
    select 'kept only', to_jsonb(f) from (table funnel_later_entry except table computed_later) as f
    union all
    select 'computed only', to_jsonb(f) from (table computed_later except table funnel_later_entry) as f`);
  return rows;
}

const run = async (work: (context: Context) => Promise<void>): Promise<string> =>
  (await operate(world.database.house, { actor: SYSTEM, kind: IN_A_STORY, source: "job" }, work)).operationId;

/** An opportunity cannot be given a lead that has one; then nothing was written. */
function unlessTaken(error: { code?: string }): undefined {
  if (error.code !== UNIQUE_VIOLATION) throw error;
}

async function perform(act: Act, operations: readonly string[]): Promise<string | undefined> {
  if (act.act === "move") return run((context) => write(context, act.moves));
  if (act.act === "undo") {
    const operationId = operations[act.place % Math.max(1, operations.length)];
    if (operationId === undefined) return undefined;
    const undone = await undoOperation(world.database.house, { operationId, actor: SYSTEM, source: "job" });
    return "operationId" in undone ? undone.operationId : undefined;
  }
  const lead = leads[act.lead];
  const other = "to" in act ? leads[act.to]?.id : undefined;
  const one =
    "(select id from lifecycle_event order by id offset $1 % greatest(1, (select count(*) from lifecycle_event)) limit 1)";
  const [statement, values] = {
    forget: [`delete from lifecycle_event where id = ${one}`, ["place" in act ? act.place : 0]],
    postpone: [
      `update lifecycle_event set occurred_at = occurred_at + interval '2 days' where id = ${one}`,
      ["place" in act ? act.place : 0],
    ],
    give: [
      `update lifecycle_event set lead_id = $2 where lead_id is not null and id = ${one}`,
      ["place" in act ? act.place : 0, lead?.id],
    ],
    relink: ["update opportunity set lead_id = $2 where id = $1", [lead?.opportunityId, other ?? null]],
    campaign: [
      "update lead set campaign_id = $2, source = $3 where id = $1",
      [lead?.id, campaigns["to" in act ? act.to % 3 : 0], other],
    ],
    owner: ["update lead set owner_id = $2 where id = $1", [lead?.id, other ? world.cast.王倩 : world.cast.陈浩]],
  }[act.act] as [string, unknown[]];
  return run(async ({ client }) => void (await client.query(statement, values)));
}

async function write({ client, newId, now }: Context, moves: readonly Move[]): Promise<void> {
  for (const { lead, day, cycle, from, to } of moves) {
    const { id = null, opportunityId = null } = leads[lead] ?? {};
    await client.query(
      `insert into lifecycle_event
         (id, lead_id, opportunity_id, occurred_at, recorded_at, cycle, table_row, from_stage, to_stage, actor_kind)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'system')`,
      [
        newId(),
        to === "won" ? null : id,
        to === "won" ? opportunityId : null,
        new Date(START + day * DAY).toISOString(),
        now.toISOString(),
        cycle,
        to === "won" ? "won" : "2",
        from,
        to,
      ],
    );
  }
}
