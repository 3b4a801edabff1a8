import { randomBytes } from "node:crypto";
import { Kysely, PostgresDialect, sql } from "kysely";
import type { RawBuilder } from "kysely";
import type { Pool } from "pg";
import { openPool } from "../database/open-pool.ts";
import { testCluster } from "../database/test-database.ts";
import type { ConditionContext } from "./condition-context.ts";
import { fieldsOf } from "./fields-of.ts";
import { fieldSet } from "./field.ts";

/** An object with a field of every type, a partner that may be missing, and rows of its own that have rows of theirs. */
export interface Sample {
  id: number;
  title: string | null;
  phone: string | null;
  age: number | null;
  weight: string | null;
  ratio: number | null;
  amount: number | null;
  currency: string | null;
  seen_at: Date | null;
  born: string | null;
  stage: string | null;
  campaign_id: string | null;
  tags: string[] | null;
  region: string | null;
  owner_id: string | null;
  vip: boolean | null;
  partner_id: number | null;
  labels: string[];
  visits: Visit[];
}
export interface Visit {
  id: number;
  sample_id: number;
  page: string | null;
  seconds: number | null;
  at: Date | null;
  clicks: Click[];
}
export interface Click {
  visit_id: number;
  target: string | null;
}
interface Partner {
  id: number;
  name: string | null;
}

const TABLES = `
  create table partner (id int4 primary key, name text);
  create table sample (
    id int4 primary key, title text, phone text, age int4, weight numeric, ratio float8, amount int8, currency text,
    seen_at timestamptz(3), born date, stage text collate "C", campaign_id uuid, tags text[], region text collate "C",
    owner_id uuid, vip boolean, partner_id int4 references partner);
  create table sample_label (sample_id int4 references sample, label text);
  create table visit (id int4 primary key, sample_id int4 references sample, page text, seconds int4, at timestamptz(3));
  create table click (visit_id int4 references visit, target text);`;

export const LIN_XIAO = "0197c3a0-0000-7000-8000-000000000001";
export const CHEN_HAO = "0197c3a0-0000-7000-8000-000000000002";
export const WANG_QIAN = "0197c3a0-0000-7000-8000-000000000003";

const MEMBERS: Record<string, readonly [alone: readonly string[], withBelow: readonly string[]]> = {
  sales: [[LIN_XIAO], [LIN_XIAO, CHEN_HAO]],
  east: [[CHEN_HAO], [CHEN_HAO]],
  nobody: [[], []],
};

/** Phones are kept as digits; what is asked may be written with blanks and dashes. */
const digits = (text: string): string => text.replace(/[\s-]/g, "");

const click = fieldsOf<Click>("click");
const visit = fieldsOf<Visit>("visit");
const sample = fieldsOf<Sample>("sample");
const partner = fieldsOf<Partner>("partner");

const clickFields = [click({ id: "click.target", label: "click.target", type: "text", column: "target" })];

const visitFields = [
  visit({ id: "visit.page", label: "visit.page", type: "text", column: "page" }),
  visit({ id: "visit.seconds", label: "visit.seconds", type: "number", column: "seconds", storage: "int4" }),
  visit({ id: "visit.at", label: "visit.at", type: "date", column: "at", storage: "instant" }),
  visit({
    id: "visit.clicks",
    label: "visit.clicks",
    type: "related",
    rows: "click",
    from: (row) => sql`click as ${sql.ref(row)}`,
    link: (alias, row) => sql`${sql.ref(`${row}.visit_id`)} = ${sql.ref(`${alias}.id`)}`,
    fields: clickFields,
    read: (row) => row.clicks,
  }),
];

export const STAGES = ["raw", "mql", "sql"];
const stageOptions = STAGES.map((value) => ({ value, label: `stage.${value}` }));

const sampleFields = [
  sample({ id: "sample.title", label: "sample.title", type: "text", column: "title" }),
  sample({ id: "sample.phone", label: "sample.phone", type: "text", column: "phone", exact: digits, indexed: true }),
  sample({ id: "sample.age", label: "sample.age", type: "number", column: "age", storage: "int4", unit: "unit.years" }),
  sample({ id: "sample.weight", label: "sample.weight", type: "number", column: "weight", storage: "numeric" }),
  sample({ id: "sample.ratio", label: "sample.ratio", type: "number", column: "ratio", storage: "float8" }),
  sample({
    id: "sample.amount",
    label: "sample.amount",
    type: "money",
    currencies: ["CNY", "USD"],
    amountColumn: "amount",
    currencyColumn: "currency",
  }),
  sample({ id: "sample.seen_at", label: "sample.seen_at", type: "date", column: "seen_at", storage: "instant" }),
  sample({ id: "sample.born", label: "sample.born", type: "date", column: "born", storage: "day" }),
  sample({
    id: "sample.stage",
    label: "sample.stage",
    type: "enum",
    column: "stage",
    options: { kind: "list", options: stageOptions },
    indexed: true,
  }),
  sample({
    id: "sample.campaign",
    label: "sample.campaign",
    type: "enum",
    column: "campaign_id",
    storage: "uuid",
    options: { kind: "source", source: "campaigns" },
  }),
  sample({
    id: "sample.tags",
    label: "sample.tags",
    type: "many",
    column: "tags",
    options: { kind: "source", source: "tags" },
  }),
  sample({
    id: "sample.labels",
    label: "sample.labels",
    type: "many",
    options: { kind: "source", source: "labels" },
    set: {
      from: (row) => sql`sample_label as ${sql.ref(row)}`,
      link: (alias, row) => sql`${sql.ref(`${row}.sample_id`)} = ${sql.ref(`${alias}.id`)}`,
      value: (row) => sql.ref(`${row}.label`),
    },
    read: (row) => row.labels,
  }),
  sample({
    id: "sample.asked",
    label: "sample.asked",
    type: "many",
    options: { kind: "source", source: "labels" },
    asked: {
      among: (alias, keys) =>
        sql`${sql.ref(`${alias}.id`)} in (select held.sample_id from sample_label as held where held.label = any(${keys}))`,
      any: (alias) =>
        sql`${sql.ref(`${alias}.id`)} in (select held.sample_id from sample_label as held where held.label is not null)`,
    },
    read: (row) => row.labels,
  }),
  sample({ id: "sample.region", label: "sample.region", type: "region", column: "region", indexed: true }),
  sample({ id: "sample.owner", label: "sample.owner", type: "user", column: "owner_id", indexed: true }),
  sample({ id: "sample.vip", label: "sample.vip", type: "boolean", column: "vip" }),
  sample({
    id: "sample.visits",
    label: "sample.visits",
    type: "related",
    rows: "visit",
    from: (row) => sql`visit as ${sql.ref(row)}`,
    link: (alias, row) => sql`${sql.ref(`${row}.sample_id`)} = ${sql.ref(`${alias}.id`)}`,
    fields: visitFields,
    at: "visit.at",
    read: (row) => row.visits,
  }),
];

/** The same fields once more, as rows of their own: where a company's own fields live (`through`). */
const keptFields = sampleFields
  .filter(({ type }) => type !== "related")
  .map((field) => ({
    ...field,
    id: `${field.id}_kept`,
    through: {
      from: (row: string) => sql`sample as ${sql.ref(row)}`,
      link: (alias: string, row: string) => sql<boolean>`${sql.ref(`${row}.id`)} = ${sql.ref(`${alias}.id`)}`,
    },
  }));

export const worldFields = fieldSet(sampleFields, keptFields, [
  partner({ id: "partner.name", label: "partner.name", type: "text", column: "name" }),
]);

/** 9:24 of a Friday in Shanghai, seen by 林晓. */
export const worldContext: ConditionContext = {
  fields: worldFields,
  now: new Date("2025-11-21T01:24:00.000Z"),
  timeZone: "Asia/Shanghai",
  viewer: { userId: LIN_XIAO, teamId: "sales" },
  teamMembers: (team, below) => MEMBERS[team]?.[below ? 1 : 0],
  accessTo: () => "read",
};

export interface ConditionWorld {
  readonly pool: Pool;
  /** Runs a statement made of `sql` fragments. */
  readonly run: <Row>(statement: RawBuilder<Row>) => Promise<readonly Row[]>;
  /** The SQL text and the parameters of a fragment. */
  readonly show: (fragment: RawBuilder<unknown>) => { sql: string; parameters: readonly unknown[] };
  readonly discard: () => Promise<void>;
}

/** Makes an empty world in a scratch database of its own. */
export async function openConditionWorld(): Promise<ConditionWorld> {
  const cluster = testCluster();
  const admin = openPool(cluster, { max: 1 });
  const database = `conditions_${randomBytes(6).toString("hex")}`;
  await admin.query(`create database ${database}`);
  const pool = openPool({ ...cluster, database }, { max: 1 });
  await pool.query(TABLES);
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
  return {
    pool,
    run: async (statement) => (await statement.execute(db)).rows,
    show: (fragment) => {
      const { sql: text, parameters } = fragment.compile(db);
      return { sql: text, parameters };
    },
    discard: async () => {
      await pool.end();
      await admin.query(`drop database ${database} with (force)`);
      await admin.end();
    },
  };
}
