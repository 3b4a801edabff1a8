import { leads } from "@tongzhou/contract/leads";
import { publishFields } from "../../platform/conditions/index.ts";
import { withRecordValues } from "../../platform/custom-fields/record-values.ts";
import { withHouseFields } from "../../platform/custom-fields/with-house-fields.ts";
import type { Http } from "../../platform/http/http.ts";
import { serveRead } from "../../platform/http/serve-read.ts";
import { serveWrite } from "../../platform/http/serve-write.ts";
import { conditionContextOf } from "../../platform/lists/choose-rows.ts";
import { countList } from "../../platform/lists/count-list.ts";
import { previewAssignment } from "../../platform/lists/preview-assignment.ts";
import { readList } from "../../platform/lists/read-list.ts";
import { companyCalendar } from "../people/index.ts";
import { answersOf } from "./act-on-leads.ts";
import { ACCEPT_LEADS, acceptLeads } from "./accept-leads.ts";
import { CLAIM_LEADS, claimLeads } from "./claim-leads.ts";
import { DECLINE_LEADS, declineLeads } from "./decline-leads.ts";
import { DISQUALIFY_LEADS, disqualifyLeads } from "./disqualify-leads.ts";
import { ASSIGN_LEADS } from "./assign-leads.ts";
import { assignChosen } from "./assign-chosen.ts";
import { EDIT_LEAD, editLead } from "./edit-lead.ts";
import { gradeNow, gradeThoseDue } from "./grade-now.ts";
import { HAND_OVER_LEADS, handOverLeads, previewHandOver } from "./hand-over-leads.ts";
import type { LeadNeighbours } from "./shapes/lead-neighbours.ts";
import { LEAD, mayAssignLeads, mayClaimLeads, mayEditLeads, mayReadLeads } from "./leads.access.ts";
import { presentLead, presentTodayLead } from "./present-lead.ts";
import { PARK_LEADS, parkLeads } from "./park-leads.ts";
import { PASS_ON_LEADS, passOnLeads } from "./pass-on-leads.ts";
import { PUT_BACK_LEADS, putBackLeads } from "./put-back-leads.ts";
import { TAKE_LEADS, takeLeads } from "./take-leads.ts";
import { countTeamLoad } from "./queries/count-team-load.ts";
import { findTodayLeads } from "./queries/find-leads.ts";
import { assignedLeads, leadFilterFields, leadList } from "./queries/lead-list.ts";
import { showLead } from "./show-lead.ts";

/** Leads: lists, the page of today, records, and the acts of the people who hold them. */
export function leadsRoutes(http: Http, neighbours: LeadNeighbours): void {
  leadsReadRoutes(http, neighbours);
  leadAnswerRoutes(http, neighbours);
  leadWorkRoutes(http, neighbours);
}

function leadsReadRoutes(http: Http, neighbours: LeadNeighbours): void {
  const { score, readReasons } = neighbours;
  serveRead(http, leads.list, {
    allow: mayReadLeads,
    async handle(context, { query }) {
      const { viewer } = context;
      const page = await readList(leadList(viewer, neighbours), query, context, await companyCalendar(context));
      const rows = await gradeThoseDue(context, page.rows, neighbours);
      const shown = rows.map((row) => presentLead(viewer, row));
      return { ...page, rows: await withRecordValues(context, "lead", shown) };
    },
  });
  serveRead(http, leads.count, {
    allow: mayReadLeads,
    handle: async (context, { query }) =>
      countList(leadList(context.viewer, neighbours), query, context, await companyCalendar(context)),
  });
  serveRead(http, leads.fields, {
    allow: mayReadLeads,
    handle: async ({ viewer }) =>
      publishFields(
        withHouseFields(leadFilterFields(viewer, score), viewer.snapshot, "lead"),
        conditionContextOf(viewer, LEAD).accessTo,
      ),
  });
  serveRead(http, leads.today, {
    allow: mayReadLeads,
    async handle(context) {
      const waiting = await gradeNow(context, await findTodayLeads(context, score), neighbours);
      return { now: context.now.toISOString(), leads: waiting.map((lead) => presentTodayLead(context.viewer, lead)) };
    },
  });
  serveRead(http, leads.teamLoad, { allow: mayAssignLeads, handle: countTeamLoad });
  serveRead(http, leads.previewHandOver, {
    allow: mayAssignLeads,
    handle: (context, { params }) => previewHandOver(context, params.personId, neighbours),
  });
  serveRead(http, leads.rejectReasons, {
    allow: mayReadLeads,
    handle: async (context) => [...(await readReasons(context))],
  });
  serveRead(http, leads.show, {
    allow: mayReadLeads,
    handle: (context, { params }) => showLead(context, params.leadId, neighbours),
  });
}

function leadAnswerRoutes(http: Http, { readReasons }: LeadNeighbours): void {
  serveWrite(http, leads.accept, {
    allow: mayEditLeads,
    kind: ACCEPT_LEADS,
    handle: async (context, { body }) => answersOf(context.viewer, await acceptLeads(context, body.leadIds)),
  });
  serveWrite(http, leads.decline, {
    allow: mayEditLeads,
    kind: DECLINE_LEADS,
    handle: async (context, { body }) =>
      answersOf(context.viewer, await declineLeads(context, body.leadIds, body, await readReasons(context))),
  });
  serveWrite(http, leads.disqualify, {
    allow: mayEditLeads,
    kind: DISQUALIFY_LEADS,
    handle: async (context, { body }) =>
      answersOf(context.viewer, await disqualifyLeads(context, body.leadIds, body, await readReasons(context))),
  });
  serveWrite(http, leads.claim, {
    allow: mayClaimLeads,
    kind: CLAIM_LEADS,
    handle: async (context, { body }) => answersOf(context.viewer, await claimLeads(context, body.leadIds)),
  });
}

function leadWorkRoutes(http: Http, neighbours: LeadNeighbours): void {
  serveWrite(http, leads.edit, {
    allow: mayEditLeads,
    kind: EDIT_LEAD,
    async handle(context, { params, body }) {
      await editLead(context, params.leadId, body);
      return showLead(context, params.leadId, neighbours);
    },
  });
  serveWrite(http, leads.take, {
    allow: mayEditLeads,
    kind: TAKE_LEADS,
    handle: async (context, { body }) => answersOf(context.viewer, await takeLeads(context, body.leadIds)),
  });
  serveWrite(http, leads.putBack, {
    allow: mayEditLeads,
    kind: PUT_BACK_LEADS,
    handle: async (context, { body }) => answersOf(context.viewer, await putBackLeads(context, body.leadIds)),
  });
  serveWrite(http, leads.passOn, {
    allow: mayEditLeads,
    kind: PASS_ON_LEADS,
    handle: async (context, { body }) => answersOf(context.viewer, await passOnLeads(context, body.leadIds, body)),
  });
  serveWrite(http, leads.park, {
    allow: mayEditLeads,
    kind: PARK_LEADS,
    handle: async (context, { body }) => answersOf(context.viewer, await parkLeads(context, body.leadIds, body)),
  });
  serveRead(http, leads.previewAssignment, {
    allow: mayAssignLeads,
    handle: async (context, { body: { choice, toId } }) =>
      previewAssignment(
        leadList(context.viewer, neighbours),
        "leadIds" in choice ? { ids: choice.leadIds } : { all: choice },
        assignedLeads(toId),
        context,
        await companyCalendar(context),
      ),
  });
  serveWrite(http, leads.assign, {
    allow: mayAssignLeads,
    kind: ASSIGN_LEADS,
    handle: (context, { body }) => assignChosen(context, body, neighbours),
  });
  serveWrite(http, leads.handOver, {
    allow: mayAssignLeads,
    kind: HAND_OVER_LEADS,
    handle: async (context, { body }) => ({ longOperationId: await handOverLeads(context, body, neighbours) }),
  });
}
