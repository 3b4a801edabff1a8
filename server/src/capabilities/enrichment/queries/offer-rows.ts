import { sql } from "kysely";
import type { Context, House } from "../../../platform/ledger/context.ts";
import { StoredAnswers } from "../shapes/stored-answers.ts";

/** Answers are kept for so long to be taken. */
const KEPT_MS = 86_400_000;

/** Keeps what was answered about an account for whoever asked, and forgets what is older than a day. */
export async function insertOffer(
  { pool, clock }: Pick<House, "pool" | "clock">,
  offer: { readonly id: string; readonly accountId: string; readonly askedBy: string; readonly answers: StoredAnswers },
): Promise<void> {
  const now = clock.now();
  await pool.query("delete from enrichment_offer where asked_at < $1", [new Date(now.getTime() - KEPT_MS)]);
  await pool.query(
    "insert into enrichment_offer (id, account_id, asked_by, asked_at, answers) values ($1, $2, $3, $4, $5)",
    [offer.id, offer.accountId, offer.askedBy, now, JSON.stringify(offer.answers)],
  );
}

/** What was answered; undefined for what is too old, about another account, or asked by somebody else. */
export async function findOffer(
  { tx, now }: Pick<Context, "tx" | "now">,
  offer: { readonly id: string; readonly accountId: string; readonly askedBy: string },
): Promise<StoredAnswers | undefined> {
  const { rows } = await sql<{ answers: unknown }>`
    select answers from enrichment_offer
    where id = ${offer.id}::uuid and account_id = ${offer.accountId}::uuid and asked_by = ${offer.askedBy}::uuid
      and asked_at >= ${new Date(now.getTime() - KEPT_MS).toISOString()}::timestamptz`.execute(tx);
  return rows[0] && StoredAnswers.parse(rows[0].answers);
}
