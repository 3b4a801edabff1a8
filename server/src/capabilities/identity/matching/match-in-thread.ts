import type { PoolClient } from "pg";
import type { House } from "../../../platform/ledger/context.ts";
import { copyContacts } from "../queries/copy-contacts.ts";
import { BaseThread } from "./base-thread.ts";
import type { MatchedContacts } from "./thread-messages.ts";

/** Told now and then how many contacts are read and up to which they are compared; answers whether to go on. */
export type OnMatching = (progress: { readonly taken: number; readonly compared: number }) => Promise<boolean>;

/**
 * Matches all contacts with each other, as they are at this moment, in a thread.
 * @returns what was found; undefined when it was not to go on.
 * @throws what the thread or the database throws.
 */
export async function matchInThread(
  { pool }: Pick<House, "pool">,
  onMatching: OnMatching,
): Promise<MatchedContacts | undefined> {
  const thread = new BaseThread();
  try {
    if (!(await feed(pool, thread, onMatching))) return undefined;
    thread.begin();
    for (;;) {
      const matched = await thread.next();
      if (matched) return matched;
      if (!(await onMatching(thread))) return undefined;
    }
  } finally {
    await thread.close();
  }
}

/** Gives the thread all contacts. @returns whether it is to go on. */
async function feed(pool: House["pool"], thread: BaseThread, onMatching: OnMatching): Promise<boolean> {
  const client: PoolClient = await pool.connect();
  let isWhole = false;
  try {
    await client.query("begin isolation level repeatable read read only; set local statement_timeout = 0");
    for await (const piece of copyContacts(client)) {
      await thread.give(new Uint8Array(piece));
      if (!(await onMatching(thread))) return false;
    }
    await client.query("commit");
    isWhole = true;
    return true;
  } finally {
    // A connection with a COPY that nobody reads to its end is of no use to anybody.
    client.release(!isWhole);
  }
}
