import { sql } from "kysely";
import type { Context, ReadContext } from "../../../platform/ledger/context.ts";
import type { Thresholds } from "../domain/choose-thresholds.ts";
import type { MatchModel } from "../domain/shipped-model.ts";

/** One matching of all contacts that came to its end. */
export interface MatchRun {
  readonly id: string;
  readonly at: Date;
  readonly model: MatchModel;
  readonly thresholds: Thresholds;
  readonly hash: string;
  readonly compared: number;
  /** The pairs that were not kept, and how many of them are expected to be one. */
  readonly rest: { readonly pairs: number; readonly matches: number };
}

/** The newest matching of all contacts: what it taught is in force. */
export async function findNewestRun({ tx }: Pick<ReadContext, "tx">): Promise<MatchRun | undefined> {
  const { rows } = await sql<{
    id: string;
    at: Date;
    model: MatchModel;
    hash: string;
    review: number;
    same: number;
    compared: string;
    pairs: string;
    matches: number;
  }>`
    select id, at, model, hash, review_from as review, same_from as same, compared, rest_pairs as pairs, rest_matches as matches
    from match_run order by at desc, id desc limit 1`.execute(tx);
  const [row] = rows;
  if (!row) return undefined;
  const { id, at, model, hash } = row;
  return {
    id,
    at,
    model,
    hash,
    thresholds: { same: row.same, different: row.review },
    compared: Number(row.compared),
    rest: { pairs: Number(row.pairs), matches: row.matches },
  };
}

export async function insertRun({ client, now }: Context, run: Omit<MatchRun, "at">): Promise<void> {
  const { id, model, thresholds, hash, compared, rest } = run;
  await client.query(
    `insert into match_run (id, at, contacts, hash, model, review_from, same_from, compared, rest_pairs, rest_matches)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
     on conflict (id) do nothing`,
    [
      id,
      now,
      model.records,
      hash,
      JSON.stringify(model),
      thresholds.different,
      thresholds.same,
      compared,
      rest.pairs,
      rest.matches,
    ],
  );
}

/** Where an admin wants the outcomes to part; null where the newest matching decides. */
export interface OwnThresholds {
  readonly review: number | null;
  readonly same: number | null;
}

export interface MatchSetting extends OwnThresholds {
  readonly id: string;
}

/** What an admin decided; undefined before anybody did. @param lock holds it until the operation ends. */
export async function findSetting({ tx }: Pick<ReadContext, "tx">, lock = false): Promise<MatchSetting | undefined> {
  const { rows } = await sql<MatchSetting>`
    select id, review_from as review, same_from as same from match_setting ${lock ? sql`for update` : sql``}`.execute(
    tx,
  );
  return rows[0];
}

/** Makes the row that holds what admins decide; of two at once one does. */
export async function ensureSetting({ client, newId }: Context): Promise<void> {
  await client.query("insert into match_setting (id) values ($1) on conflict do nothing", [newId()]);
}

export async function updateSetting({ client }: Context, { id, review, same }: MatchSetting): Promise<void> {
  await client.query("update match_setting set review_from = $2, same_from = $3 where id = $1", [id, review, same]);
}
