import { actingAgain } from "../leads/index.ts";
import type { Viewer } from "../../platform/access/viewer.ts";
import type { Context } from "../../platform/ledger/context.ts";

/** Whoever imports, with the rights they have now; null for the house itself, on the command line. */
export async function importingViewer(context: Context): Promise<Viewer | null> {
  return context.actor.kind === "person" ? (await actingAgain(context)).viewer : null;
}
