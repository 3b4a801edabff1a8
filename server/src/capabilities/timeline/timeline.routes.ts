import { timeline } from "@tongzhou/contract/timeline";
import type { Http } from "../../platform/http/http.ts";
import { serveRead } from "../../platform/http/serve-read.ts";
import { readTimeline } from "./read-timeline.ts";
import { mayReadTimelineOf } from "./timeline.access.ts";

/** One timeline a record. */
export function timelineRoutes(http: Http): void {
  serveRead(http, timeline.read, {
    allow: (viewer, { params }) => mayReadTimelineOf(viewer, params.object),
    handle: (context, { params, query }) => readTimeline(context, params.object, params.recordId, query),
  });
}
