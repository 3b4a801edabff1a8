import { createHash } from "node:crypto";
import type { FastifyRequest } from "fastify";
import type { Context } from "../ledger/context.ts";
import { Conflict, Invalid, Refused } from "../problems/refusal.ts";
import { personalTable } from "../personal/personal-table.ts";

// An answer that speaks of somebody who is forgotten is not given again.
personalTable({
  table: "idempotency_key",
  what: "keptAnswers",
  about: "exists (select from unnest(given.words) as w (word) where strpos(t.response::text, w.word) > 0)",
  erased: "removed",
  kept: "unledgered",
  exported: false,
});

/** Answers are kept for a day; after that the same key is a new request. */
const KEPT_HOURS = 24;
const MAX_KEY = 200;

export interface IdempotencyKey {
  /** The person and the route: keys of different people never meet. */
  readonly scope: string;
  readonly key: string;
  readonly bodyHash: Buffer;
}

/** Thrown out of the operation, which is thereby rolled back: this request was answered before. */
export class AnsweredBefore extends Error {
  constructor(
    readonly operationId: string,
    readonly response: unknown,
  ) {
    super("this request was answered before");
  }
}

/** The `Idempotency-Key` of a request, if it has one. */
export function readIdempotencyKey(
  request: FastifyRequest,
  personId: string,
  endpointId: string,
  input: unknown,
): IdempotencyKey | undefined {
  const header = request.headers["idempotency-key"];
  if (header === undefined) return undefined;
  const key = String(header);
  if (key.length === 0 || key.length > MAX_KEY) {
    throw new Invalid([{ pointer: "/headers/idempotency-key", code: "field.too_long", params: { maximum: MAX_KEY } }]);
  }
  const bodyHash = createHash("sha256").update(JSON.stringify(input)).digest();
  return { scope: `${personId} ${endpointId}`, key, bodyHash };
}

/**
 * Does the work unless the key was used within a day. The key's row is written in the transaction of the work: of two
 * requests at once the second waits for the first at the row, and finds its answer, or does the work when the first failed.
 * @param keep whether the answer is kept; one with a secret is not, and a repetition is refused.
 * @throws AnsweredBefore with the first answer.
 * @throws Refused `key_with_other_body`; Conflict `secret_shown_once`.
 */
export async function answerOnce<Result>(
  context: Context,
  { scope, key, bodyHash }: IdempotencyKey,
  keep: boolean,
  work: () => Promise<Result>,
): Promise<Result> {
  const { client, now, operationId } = context;
  const border = new Date(now.getTime() - KEPT_HOURS * 3_600_000);
  await client.query("delete from idempotency_key where scope = $1 and key = $2 and at <= $3", [scope, key, border]);
  const mine = await client.query(
    "insert into idempotency_key (scope, key, body_hash, at) values ($1, $2, $3, $4) on conflict do nothing",
    [scope, key, bodyHash, now],
  );
  if (mine.rowCount === 0) throw await answerBefore(context, scope, key, bodyHash);
  const result = await work();
  await client.query("update idempotency_key set response = $3 where scope = $1 and key = $2", [
    scope,
    key,
    JSON.stringify({ operationId, answer: keep ? result : null, kept: keep }),
  ]);
  return result;
}

async function answerBefore({ client }: Context, scope: string, key: string, bodyHash: Buffer): Promise<Error> {
  const { rows } = await client.query<{ body_hash: Buffer; response: Kept }>(
    "select body_hash, response from idempotency_key where scope = $1 and key = $2",
    [scope, key],
  );
  const before = rows[0];
  if (!before) throw new Error("an idempotency key vanished between two statements");
  if (!before.body_hash.equals(bodyHash)) return new Refused("key_with_other_body");
  if (!before.response.kept) return new Conflict("secret_shown_once");
  return new AnsweredBefore(before.response.operationId, before.response.answer);
}

interface Kept {
  readonly operationId: string;
  readonly answer: unknown;
  readonly kept: boolean;
}
