import type { Context } from "../../platform/ledger/context.ts";
import { confirmNamed } from "./queries/confirm-named.ts";

/** Somebody has looked at these accounts and they are who was meant (R-ID-2): accounts named by a lead alone count from now on. */
export async function confirmAccounts(context: Context, accountIds: readonly string[]): Promise<void> {
  const confirmed = await confirmNamed(context, accountIds);
  if (confirmed.length > 0) await context.emit("account.changed", confirmed);
}
