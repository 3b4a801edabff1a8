import { bulk } from "@tongzhou/contract/bulk";
import type { Http } from "../../platform/http/http.ts";
import { serveRead } from "../../platform/http/serve-read.ts";
import { serveWrite } from "../../platform/http/serve-write.ts";
import { operationKind } from "../../platform/ledger/operation-kind.ts";
import { mayChangeMany, mayInviteMany } from "./bulk.access.ts";
import { changeRecords, previewChange } from "./change-records.ts";
import type { BulkNeighbours } from "./work-of.ts";

const ADD_MEMBERS = operationKind("campaign.add_members", { atOnce: 3 });
const REMOVE_RECORDS = operationKind("record.bulk_remove", { atOnce: 3 });
const EDIT_RECORDS = operationKind("record.bulk_edit", { atOnce: 3 });

/** Acts on many records of a list, each told beforehand with counts and taken back in one. */
export function bulkRoutes(http: Http, neighbours: BulkNeighbours): void {
  serveRead(http, bulk.previewEdit, {
    allow: (viewer, { params }) => mayChangeMany(viewer, "edit", params.object, neighbours),
    limit: "report",
    handle: (context, { params, body: { choice, ...edit } }) =>
      previewChange(context, { kind: "edit", ...params, ...edit }, choice, neighbours),
  });
  serveWrite(http, bulk.edit, {
    allow: (viewer, { params }) => mayChangeMany(viewer, "edit", params.object, neighbours),
    kind: EDIT_RECORDS,
    handle: (context, { params, body: { choice, ...edit } }) =>
      changeRecords(context, { kind: "edit", ...params, ...edit }, choice, neighbours),
  });
  serveRead(http, bulk.previewRemoval, {
    allow: (viewer, { params }) => mayChangeMany(viewer, "delete", params.object, neighbours),
    limit: "report",
    handle: (context, { params, body }) =>
      previewChange(context, { kind: "remove", ...params }, body.choice, neighbours),
  });
  serveWrite(http, bulk.remove, {
    allow: (viewer, { params }) => mayChangeMany(viewer, "delete", params.object, neighbours),
    kind: REMOVE_RECORDS,
    handle: (context, { params, body }) =>
      changeRecords(context, { kind: "remove", ...params }, body.choice, neighbours),
  });
  serveRead(http, bulk.previewJoin, {
    allow: (viewer) => mayInviteMany(viewer, neighbours),
    limit: "report",
    handle: (context, { body: { choice, campaignId } }) =>
      previewChange(context, { kind: "join", object: "contact", campaignId }, choice, neighbours),
  });
  serveWrite(http, bulk.join, {
    allow: (viewer) => mayInviteMany(viewer, neighbours),
    kind: ADD_MEMBERS,
    handle: (context, { body: { choice, campaignId } }) =>
      changeRecords(context, { kind: "join", object: "contact", campaignId }, choice, neighbours),
  });
}
