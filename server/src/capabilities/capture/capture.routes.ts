import { capture } from "@tongzhou/contract/capture";
import type { Http } from "../../platform/http/http.ts";
import { serveWrite } from "../../platform/http/serve-write.ts";
import { prepareTouchMonths } from "../touches/index.ts";
import { mayCreateLead } from "./capture.access.ts";
import { CREATE_LEAD, createLead } from "./create-lead.ts";

/** The one door for leads that come one by one. */
export function captureRoutes(http: Http): void {
  serveWrite(http, capture.create, {
    allow: (viewer, { body }) => mayCreateLead(viewer, body),
    kind: CREATE_LEAD,
    creates: "repeatable",
    prepare: () => prepareTouchMonths(http.house, [http.house.clock.now()]),
    handle: (context, { body }) => createLead(context, body),
  });
}
