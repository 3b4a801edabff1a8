import type { Acting } from "../../platform/access/acting.ts";
import { NotAllowed, NotFound } from "../../platform/problems/refusal.ts";
import { mayEditView } from "./views.access.ts";
import { findView } from "./views.queries.ts";
import type { StoredView } from "./views.queries.ts";

/** Locks a view that the viewer may change. @throws NotFound; NotAllowed for a shared or shipped one. */
export async function lockOwnView(context: Acting, id: string): Promise<StoredView> {
  const view = await findView(context, id, true);
  if (!view) throw new NotFound();
  if (!mayEditView(context.viewer, view)) throw new NotAllowed();
  return view;
}
