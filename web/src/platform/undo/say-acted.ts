import { audit } from "@tongzhou/contract/audit";
import { sayDone } from "../../ui/feedback/toast.ts";
import { call } from "../http/call.ts";
import { queryClient } from "../http/queries.ts";

/**
 * Says what was done and offers to take it back, and with `href` to go to what it was done to, unless its page is open.
 * An act without an operation cannot be taken back.
 */
export function sayActed(words: string, operationId: string | undefined, href?: string): void {
  const elsewhere = href === window.location.pathname ? undefined : href;
  sayDone(words, operationId === undefined ? undefined : () => undo(operationId), elsewhere);
}

/** What was put back is found by its name a moment after it is there again: the index of names follows the commit. */
const FOUND_AFTER_MS = 1500;

/** Whatever the operation wrote may be on the page, so all of it is read again, and once more when it can be found. */
async function undo(operationId: string): Promise<void> {
  await call(audit.undo, { params: { operationId } });
  await queryClient.invalidateQueries();
  setTimeout(() => void queryClient.invalidateQueries(), FOUND_AFTER_MS);
}
