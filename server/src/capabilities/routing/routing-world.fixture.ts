import type { RoutingRule } from "@tongzhou/contract/routing-rule";
import { hireCast } from "../../cast.fixture.ts";
import type { Cast } from "../../cast.fixture.ts";
import { createTestDatabase } from "../../platform/database/test-database.ts";
import type { TestDatabase } from "../../platform/database/test-database.ts";
import type { Actor, Context } from "../../platform/ledger/context.ts";
import { operate } from "../../platform/ledger/operate.ts";
import { operationKind } from "../../platform/ledger/operation-kind.ts";
import { attachContacts, normaliseIdentifier, sortName } from "../contacts/index.ts";
import { moveLeads, openLeads } from "../leads/index.ts";
import { createPerson, findRoleId } from "../people/index.ts";
import { createRule, routeLeads } from "./index.ts";
import type { RoutedLead } from "./index.ts";

const IN_A_TEST = operationKind("test.routing");

/** A company with its people, and what tests of routing do in it. */
export interface RoutingWorld {
  readonly database: TestDatabase;
  readonly cast: Cast;
  act<Result>(work: (context: Context) => Promise<Result>, actor?: Actor): Promise<Result>;
  /** More reps of a team. @returns their ids. */
  hire(teamId: string, count: number): Promise<string[]>;
  rule(rule: Partial<RoutingRule> & Pick<RoutingRule, "target">): Promise<string>;
  /** Qualified leads of new contacts that wait to be routed. @returns their ids. */
  qualify(count: number, accountId?: string): Promise<string[]>;
  route(leadIds: readonly string[]): Promise<readonly RoutedLead[]>;
  /** The reps of all assignments, in the order of the turns. */
  turns(): Promise<string[]>;
  rows(text: string, values?: unknown[]): Promise<Record<string, unknown>[]>;
}

let phone = 13_600_000_000;

/** Makes the company 云帆智能 in a fresh database. */
export async function openRoutingWorld(): Promise<RoutingWorld> {
  const database = await createTestDatabase();
  const cast = await hireCast(database.house);
  const act: RoutingWorld["act"] = async (work, actor = { kind: "system" }) =>
    (await operate(database.house, { actor, kind: IN_A_TEST, source: "job" }, work)).result;
  const rows: RoutingWorld["rows"] = async (text, values = []) =>
    (await database.pool.query<Record<string, unknown>>(text, values)).rows;
  return {
    database,
    cast,
    act,
    rows,
    hire: (teamId, count) => act((context) => hireReps(context, teamId, count)),
    rule: (rule) =>
      act((context) =>
        createRule(context, {
          name: "规则",
          conditions: { combinator: "and", rules: [] },
          fallback: false,
          maxInHand: null,
          maxPerDay: null,
          otherwise: "next_rule",
          ...rule,
        }),
      ),
    qualify: (count, accountId) => act((context) => qualifyLeads(context, count, accountId ?? null)),
    route: (leadIds) => act((context) => routeLeads(context, leadIds)),
    async turns() {
      const found = await rows("select owner_id from assignment where uses_turn order by assigned_at, id");
      return found.map((row) => String(row["owner_id"]));
    },
  };
}

async function hireReps(context: Context, teamId: string, count: number): Promise<string[]> {
  const roleId = await findRoleId(context, "rep");
  if (roleId === undefined) throw new Error("there is no role of a rep");
  const signIn = { passwords: { create: async () => context.newId() } as never };
  const hired: string[] = [];
  for (let place = 0; place < count; place++) {
    const name = `销售${place}`;
    const email = `rep${context.newId()}@yunfan.test`;
    hired.push(
      await createPerson(context, signIn, { name, email, teamId, roleIds: [roleId], password: "a-long-password" }),
    );
  }
  return hired;
}

async function qualifyLeads(context: Context, count: number, accountId: string | null): Promise<string[]> {
  const contacts = await attachContacts(
    context,
    Array.from({ length: count }, (_, place) => ({
      name: `客户${place}`,
      nameSort: sortName(`客户${place}`),
      accountId,
      at: context.now,
      identifiers: [phoneOf(++phone)],
    })),
  );
  const opened = await openLeads(
    context,
    contacts.map(({ contactId, homeContactId }) => ({
      contactId,
      homeContactId,
      accountId,
      productLineId: null,
      campaignId: null,
      source: null,
      at: context.now,
      entry: { kind: "captured" },
    })),
    { standardInForce: true, wakes: () => false, opportunitiesOf: async () => new Map() },
  );
  const ids = opened.map(({ leadId }) => leadId ?? "");
  await moveLeads(
    context,
    ids.map((leadId) => ({ leadId, event: { kind: "judged", destination: "mql", cause: "capture" } })),
  );
  return ids;
}

function phoneOf(number: number) {
  const made = normaliseIdentifier("phone", String(number));
  if (made.value === null) throw new Error(`${number} is no phone`);
  return { kind: made.kind, value: made.value, raw: String(number), strong: made.strong };
}
