import { savedViews } from "@tongzhou/contract/views";
import type { SavedView } from "@tongzhou/contract/views";
import type { Viewing } from "../../platform/access/acting.ts";
import type { Viewer } from "../../platform/access/viewer.ts";
import type { Http } from "../../platform/http/http.ts";
import { serveRead } from "../../platform/http/serve-read.ts";
import { serveWrite } from "../../platform/http/serve-write.ts";
import { NotFound } from "../../platform/problems/refusal.ts";
import { CREATE_VIEW, createView } from "./create-view.ts";
import { EDIT_VIEW, editView } from "./edit-view.ts";
import { ORDER_VIEWS, orderViews } from "./order-views.ts";
import { REMOVE_VIEW, removeView } from "./remove-view.ts";
import { mayEditView, mayKeepViews } from "./views.access.ts";
import { findView, findViews } from "./views.queries.ts";
import type { StoredView } from "./views.queries.ts";

/** Saved views of lists. */
export function viewsRoutes(http: Http): void {
  serveRead(http, savedViews.list, {
    allow: mayKeepViews,
    handle: (context, { query }) => all(context, query.object),
  });
  serveWrite(http, savedViews.create, {
    allow: mayKeepViews,
    kind: CREATE_VIEW,
    creates: "repeatable",
    handle: async (context, { body }) => one(context, await createView(context, body)),
  });
  serveWrite(http, savedViews.edit, {
    allow: mayKeepViews,
    kind: EDIT_VIEW,
    async handle(context, { params, body }) {
      await editView(context, params.viewId, body);
      return one(context, params.viewId);
    },
  });
  serveWrite(http, savedViews.remove, {
    allow: mayKeepViews,
    kind: REMOVE_VIEW,
    async handle(context, { params }) {
      await removeView(context, params.viewId);
      return {};
    },
  });
  serveWrite(http, savedViews.order, {
    allow: mayKeepViews,
    kind: ORDER_VIEWS,
    async handle(context, { body }) {
      await orderViews(context, body);
      return all(context, body.object);
    },
  });
}

async function all(context: Pick<Viewing, "tx" | "viewer">, object: string): Promise<SavedView[]> {
  return (await findViews(context, object)).map((view) => presentView(context.viewer, view));
}

async function one(context: Pick<Viewing, "tx" | "viewer">, id: string): Promise<SavedView> {
  const view = await findView(context, id);
  if (!view) throw new NotFound();
  return presentView(context.viewer, view);
}

const presentView = (viewer: Viewer, view: StoredView): SavedView => ({ ...view, mayEdit: mayEditView(viewer, view) });
