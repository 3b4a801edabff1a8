import { groups } from "@tongzhou/contract/groups";
import type { Http } from "../../platform/http/http.ts";
import { serveRead } from "../../platform/http/serve-read.ts";
import { mayReadGroups } from "./groups.access.ts";
import { listChildren } from "./list-children.ts";
import { showFigures } from "./show-figures.ts";
import { showTree } from "./show-tree.ts";

/** A company with all above and below it. */
export function groupsRoutes(http: Http): void {
  serveRead(http, groups.figures, {
    allow: mayReadGroups,
    handle: (context, { params, query }) => showFigures(context, params.accountId, query.scope),
  });
  serveRead(http, groups.tree, {
    allow: mayReadGroups,
    handle: (context, { params }) => showTree(context, params.accountId),
  });
  serveRead(http, groups.children, {
    allow: mayReadGroups,
    handle: (context, { params, query }) => listChildren(context, params.accountId, query),
  });
}
