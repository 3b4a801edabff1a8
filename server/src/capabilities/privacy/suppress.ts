import { createHmac } from "node:crypto";
import type { Context, ReadContext } from "../../platform/ledger/context.ts";
import { findSecret, readSecret } from "../../platform/sign-in/read-secret.ts";
import { findSuppressions, insertSuppressions } from "./queries/suppression-rows.ts";

/** The secret under which identifiers are hashed: without it nobody finds out whose they were by trying all numbers. */
const SUPPRESSION_KEY = "suppression";

interface Named {
  readonly kind: string;
  readonly value: string;
}

const hashOf = (key: string, { kind, value }: Named): string =>
  createHmac("sha256", key).update(`${kind}\n${value}`).digest("hex");

/** Keeps that whoever has these identifiers asked to be forgotten, and nothing that says who it was. */
export async function suppress(context: Context, identifiers: readonly Named[]): Promise<void> {
  const key = await readSecret(context.client, SUPPRESSION_KEY);
  await insertSuppressions(context, [...new Set(identifiers.map((each) => hashOf(key, each)))]);
}

/** Since when identifiers are suppressed, by their place; undefined for those that are not. */
export async function suppressedSince(
  context: Pick<ReadContext, "tx">,
  identifiers: readonly Named[],
): Promise<(Date | undefined)[]> {
  const key = await findSecret(context, SUPPRESSION_KEY);
  // Nobody was ever forgotten here.
  if (key === undefined) return identifiers.map(() => undefined);
  const hashes = identifiers.map((each) => hashOf(key, each));
  const since = await findSuppressions(context, hashes);
  return hashes.map((hash) => since.get(hash));
}
