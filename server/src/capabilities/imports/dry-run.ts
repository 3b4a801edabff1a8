import type { ImportSettings } from "@tongzhou/contract/import-settings";
import type { FieldObject } from "@tongzhou/contract/fields";
import type { DryRun } from "@tongzhou/contract/imports";
import type { Viewing } from "../../platform/access/acting.ts";
import { readFile } from "../../platform/files/read-file.ts";
import type { House } from "../../platform/ledger/context.ts";
import { findKnownCompanies } from "../accounts/index.ts";
import { heldValues } from "../fields/index.ts";
import { requireCompany } from "../people/index.ts";
import { AccountTrial } from "./domain/account-trial.ts";
import type { KnownCompanies } from "./domain/account-trial.ts";
import { DryRunCount } from "./domain/dry-run-count.ts";
import { accountKeysOf, keyOf } from "./domain/known-keys.ts";
import type { KnownFacts } from "./domain/dry-run-count.ts";
import type { GoodRow, RowBatch } from "./domain/row-batches.ts";
import { mappedFields } from "./mapped-fields.ts";
import { firstPosition, planImport, readingPlanOf } from "./plan-import.ts";
import type { ImportPlan } from "./plan-import.ts";
import { openImportFile } from "./open-import-file.ts";
import { findKnownAccounts, findKnownContacts, findKnownIdentifiers } from "./queries/known-rows.ts";
import type { TakenKeys } from "./domain/taken-keys.ts";
import { settleRows, takenKeysOf } from "./settle-rows.ts";
import { RowStream } from "./reading/row-stream.ts";

/** Somebody waits for it: of a longer file so many rows are read, and the counts say that they are not of all. */
const ROWS_AT_MOST = 200_000;
const BATCH_ROWS = 5_000;

/**
 * What an import would do: who is new, who is known and by what, whose identifiers belong to two people, which values differ
 * from what is known, which rows stay out. Writes nothing.
 * @throws what openImportFile and planImport throw.
 */
export async function dryRun(
  { pool }: Pick<House, "pool">,
  context: Pick<Viewing, "tx" | "viewer" | "now">,
  fileId: string,
  settings: ImportSettings,
): Promise<DryRun> {
  const opened = await openImportFile({ pool }, context.viewer, fileId, settings.reading);
  const fields = await mappedFields(context, context.viewer, settings);
  const plan = planImport(opened, settings, fields, await requireCompany(context), context.now);
  const start = firstPosition(plan);
  const stream = new RowStream(readingPlanOf(plan, start, BATCH_ROWS), readFile(pool, fileId, start.offset));
  try {
    const count = counterFor(plan);
    const taken = takenKeysOf(fields);
    for (let read = 0; read < ROWS_AT_MOST; read += BATCH_ROWS) {
      const next = await stream.next();
      if (!next) return count.result(true);
      const batch = await settled(context, plan, next.batch, taken);
      await count.add(context, batch);
      if (next.isLast) return count.result(true);
    }
    return count.result(false);
  } finally {
    await stream.close();
  }
}

interface Counter {
  add(context: Pick<Viewing, "tx" | "viewer">, batch: RowBatch): Promise<void>;
  result(complete: boolean): DryRun;
}

/** What counts the rows of a file, by what they become. */
function counterFor(plan: ImportPlan): Counter {
  const { settings, fields } = plan;
  const { object, columns } = settings;
  if (object === "account") {
    const trial = new AccountTrial(columns, fields);
    return {
      add: async (context, batch) => trial.add(batch, await companiesFor(context, plan, batch)),
      result: (complete) => trial.result(complete),
    };
  }
  const count = new DryRunCount(object, columns, fields);
  return {
    add: async (context, batch) => count.add(batch, await factsFor(context, plan, batch)),
    result: (complete) => count.result(complete),
  };
}

async function companiesFor(
  context: Pick<Viewing, "tx" | "viewer">,
  { fields }: ImportPlan,
  { rows }: RowBatch,
): Promise<KnownCompanies> {
  const good = rows.filter((row): row is GoodRow => row.kind === "draft");
  const known = await findKnownAccounts(context, distinct(good.flatMap(accountKeysOf)));
  const ids = [...new Set(known.map(({ accountId }) => accountId))];
  return {
    accountIdOf: new Map(known.map((found) => [keyOf(found), found.accountId])),
    companies: await findKnownCompanies(context, context.viewer, ids),
    held: await heldBy(context, "account", fields, ids),
  };
}

/** The batch as the import would take it: rows that name nobody, or a value of somebody else, stay out. */
async function settled(
  context: Pick<Viewing, "tx">,
  plan: ImportPlan,
  batch: RowBatch,
  taken: TakenKeys,
): Promise<RowBatch> {
  const good = batch.rows.filter((row): row is GoodRow => row.kind === "draft");
  const { rejected } = await settleRows(context, plan, good, taken);
  if (rejected.length === 0) return batch;
  const late = new Map(rejected.map((row) => [row.number, row]));
  return { ...batch, rows: batch.rows.map((row) => late.get(row.number) ?? row) };
}

async function factsFor(
  context: Pick<Viewing, "tx" | "viewer">,
  { fields }: ImportPlan,
  { rows }: RowBatch,
): Promise<KnownFacts> {
  const good = rows.filter((row): row is GoodRow => row.kind === "draft");
  const strong = good.flatMap(({ draft }) => draft.identifiers.filter((identifier) => identifier.strong));
  const identifiers = await findKnownIdentifiers(context, distinct(strong));
  const contactIds = [...new Set(identifiers.map(({ contactId }) => contactId))];
  return {
    contactIdOf: new Map(identifiers.map((found) => [keyOf(found), found.contactId])),
    contacts: await findKnownContacts(context, context.viewer, contactIds),
    held: await heldBy(context, "contact", fields, contactIds),
    accounts: new Set((await findKnownAccounts(context, distinct(good.flatMap(accountKeysOf)))).map(keyOf)),
  };
}

/** Colleagues by name, as files write them. */
async function heldBy(
  context: Pick<Viewing, "tx" | "viewer">,
  object: FieldObject,
  fields: ImportPlan["fields"],
  recordIds: readonly string[],
): Promise<KnownFacts["held"]> {
  const own = fields.filter((field) => field.object === object);
  const held = await heldValues(
    context,
    object,
    recordIds,
    own.map(({ id }) => id),
  );
  const colleagues = new Set(own.filter(({ type }) => type === "user").map(({ id }) => id));
  if (colleagues.size === 0) return held;
  const { people } = context.viewer.snapshot;
  const named = [...held].map(([key, { value, readable }]) => {
    const isColleague = colleagues.has(key.slice(key.indexOf(" ") + 1));
    const name = isColleague && typeof value === "string" ? (people.get(value)?.name ?? value) : value;
    return [key, { value: name, readable }] as const;
  });
  return new Map(named);
}

function distinct<Key extends { kind: string; value: string }>(keys: readonly Key[]): Key[] {
  return [...new Map(keys.map((key) => [keyOf(key), key])).values()];
}
