import type { Acting } from "../../platform/access/acting.ts";
import { Viewer } from "../../platform/access/viewer.ts";
import type { Context } from "../../platform/ledger/context.ts";
import { readPeopleSnapshot } from "../people/index.ts";
import { readPools } from "./queries/read-pools.ts";

/**
 * The context of a batch with the rights that whoever began the long operation has now: they may have changed since.
 * @throws Error when they no longer work here.
 */
export async function actingAgain(context: Context): Promise<Acting> {
  const { actor, tx } = context;
  const snapshot = await readPeopleSnapshot(tx, readPools);
  const person = actor.kind === "person" ? snapshot.people.get(actor.personId) : undefined;
  if (!person?.active) throw new Error("whoever began this no longer works here");
  return { ...context, viewer: new Viewer(snapshot, person) };
}
