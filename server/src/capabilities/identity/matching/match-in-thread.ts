import type { House } from "../../../platform/ledger/context.ts";
import { copyContacts } from "../queries/copy-contacts.ts";
import { MatchingThread } from "./matching-thread.ts";
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
  const thread = new MatchingThread();
  try {
    for await (const piece of copyContacts(pool)) {
      await thread.give(piece);
      if (!(await onMatching(thread))) return undefined;
    }
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
