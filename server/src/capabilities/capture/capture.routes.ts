import { capture } from "@tongzhou/contract/capture";
import { beginRecordValues } from "../../platform/custom-fields/record-values.ts";
import type { Http } from "../../platform/http/http.ts";
import { serveOperating } from "../../platform/http/serve-operating.ts";
import { serveWrite } from "../../platform/http/serve-write.ts";
import { look } from "../../platform/ledger/look.ts";
import { takeHit } from "../../platform/limits/take-hit.ts";
import type { Limit } from "../../platform/limits/take-hit.ts";
import { prepareTouchMonths } from "../touches/index.ts";
import { mayCreateLead, mayRecogniseCustomers } from "./capture.access.ts";
import { CREATE_LEAD, createLead } from "./create-lead.ts";
import { recogniseCustomer } from "./recognise-customer.ts";

/**
 * Customers found by whole values that the viewer sees masked, a day (R-ACC-4): each lead that is typed costs a few, and a
 * list of numbers tried one after the other ends here.
 */
const RECOGNITIONS: Limit = { name: "recognition", hits: 200, seconds: 24 * 3600 };

/** The one door for leads that come one by one. */
export function captureRoutes(http: Http): void {
  serveOperating(http, capture.recognise, {
    access: "read",
    because:
      "what was found behind a mask is counted, which a snapshot cannot do, and only when the snapshot is closed",
    allow: mayRecogniseCustomers,
    async handle({ house, viewer }, { body }) {
      const { known, behindMask } = await look(house, "list", (context) =>
        recogniseCustomer({ ...context, viewer }, body),
      );
      if (behindMask) await takeHit(house, RECOGNITIONS, viewer.personId, "recognition_limit");
      return known;
    },
  });
  serveWrite(http, capture.create, {
    allow: (viewer, { body }) => mayCreateLead(viewer, body),
    kind: CREATE_LEAD,
    creates: "repeatable",
    prepare: () => prepareTouchMonths(http.house, [http.house.clock.now()]),
    async handle(context, { body: { custom, ...typed } }) {
      const answer = await createLead(context, typed);
      const created = answer.outcome === "opened";
      // A machine that brings a lead is not asked: none is lost for want of a field.
      const asked = !context.viewer.isKey;
      await beginRecordValues(context, { object: "lead", id: answer.leadId, created, asked }, custom);
      return answer;
    },
  });
}
