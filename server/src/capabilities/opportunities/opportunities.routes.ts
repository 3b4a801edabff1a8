import { opportunityAssignments } from "@tongzhou/contract/opportunity-assignments";
import { opportunities } from "@tongzhou/contract/opportunities";
import { opportunityTypes } from "@tongzhou/contract/opportunity-types";
import { publishFields } from "../../platform/conditions/index.ts";
import { beginRecordValues, withRecordValues } from "../../platform/custom-fields/record-values.ts";
import { withHouseFields } from "../../platform/custom-fields/with-house-fields.ts";
import type { Http } from "../../platform/http/http.ts";
import { serveRead } from "../../platform/http/serve-read.ts";
import { serveWrite } from "../../platform/http/serve-write.ts";
import { conditionContextOf } from "../../platform/lists/choose-rows.ts";
import { rowChoiceOf } from "../../platform/lists/choose-ids.ts";
import { countList } from "../../platform/lists/count-list.ts";
import { previewAssignment } from "../../platform/lists/preview-assignment.ts";
import { readList } from "../../platform/lists/read-list.ts";
import { NotFound } from "../../platform/problems/refusal.ts";
import { answersOf } from "../leads/index.ts";
import { requireCompany } from "../people/index.ts";
import { ASSIGN_OPPORTUNITIES, assignOpportunities } from "./assign-opportunities.ts";
import { CONVERT_LEAD, convertLeads } from "./convert-leads.ts";
import { CREATE_OPPORTUNITY, createOpportunity } from "./create-opportunity.ts";
import {
  CREATE_OPPORTUNITY_TYPE,
  EDIT_OPPORTUNITY_TYPE,
  createOpportunityType,
  editOpportunityType,
  presentType,
} from "./edit-opportunity-type.ts";
import { EDIT_OPPORTUNITY, editOpportunity } from "./edit-opportunity.ts";
import { GIVE_OPPORTUNITY, giveOpportunities } from "./give-opportunities.ts";
import { LOSE_OPPORTUNITY, loseOpportunities } from "./lose-opportunities.ts";
import { MOVE_OPPORTUNITY, moveStage } from "./move-stage.ts";
import {
  OPPORTUNITY,
  mayCreateOpportunities,
  mayEditOpportunities,
  mayEditOpportunityTypes,
  mayGiveOpportunities,
  mayReadOpportunities,
} from "./opportunities.access.ts";
import { opportunityFields } from "./opportunities.fields.ts";
import type { OpportunityNeighbours } from "./lose-opportunities.ts";
import { assignedOpportunities, columnList, opportunityList } from "./queries/opportunity-list.ts";
import { findTypes } from "./queries/opportunity-type-rows.ts";
import {
  REMOVE_OPPORTUNITY_CONTACT,
  SET_OPPORTUNITY_CONTACT,
  removeOpportunityContact,
  setOpportunityContact,
} from "./set-opportunity-contact.ts";
import { showBoard } from "./show-board.ts";
import { checkMove, presentRow, showOpportunity } from "./show-opportunity.ts";
import { WIN_OPPORTUNITY, winOpportunities } from "./win-opportunities.ts";

/** Opportunities: lists, the board, records, their course, and the types whose stages are data. */
export function opportunitiesRoutes(http: Http, neighbours: OpportunityNeighbours = {}): void {
  serveLists(http);
  serveRecords(http);
  serveOpenings(http);
  serveCourse(http, neighbours);
  servePeople(http);
  serveTypes(http);
}

function serveLists(http: Http): void {
  serveRead(http, opportunities.list, {
    allow: mayReadOpportunities,
    async handle(context, { query }) {
      const page = await readList(opportunityList, query, context, await requireCompany(context));
      const rows = page.rows.map((row) => presentRow(context.viewer, row));
      return { ...page, rows: await withRecordValues(context, "opportunity", rows) };
    },
  });
  serveRead(http, opportunities.count, {
    allow: mayReadOpportunities,
    handle: async (context, { query }) => countList(opportunityList, query, context, await requireCompany(context)),
  });
  serveRead(http, opportunities.fields, {
    allow: mayReadOpportunities,
    handle: async ({ viewer }) =>
      publishFields(
        withHouseFields(opportunityFields, viewer.snapshot, "opportunity"),
        conditionContextOf(viewer, OPPORTUNITY).accessTo,
      ),
  });
  serveRead(http, opportunities.board, {
    allow: mayReadOpportunities,
    handle: async (context, { query: { typeId, ...request } }) =>
      showBoard(context, typeId, request, await requireCompany(context)),
  });
  serveRead(http, opportunities.boardColumn, {
    allow: mayReadOpportunities,
    async handle(context, { params, query }) {
      const page = await readList(columnList(params.stageId), query, context, await requireCompany(context));
      return { ...page, rows: page.rows.map((row) => presentRow(context.viewer, row)) };
    },
  });
}

function serveRecords(http: Http): void {
  serveRead(http, opportunities.show, {
    allow: mayReadOpportunities,
    handle: (context, { params }) => showOpportunity(context, params.opportunityId),
  });
  serveRead(http, opportunities.checkMove, {
    allow: mayReadOpportunities,
    handle: async (context, { params }) => ({
      missing: await checkMove(context, params.opportunityId, params.stageId),
    }),
  });
  serveWrite(http, opportunities.edit, {
    allow: mayEditOpportunities,
    kind: EDIT_OPPORTUNITY,
    async handle(context, { params, body }) {
      await editOpportunity(context, params.opportunityId, body);
      return showOpportunity(context, params.opportunityId);
    },
  });
}

function serveOpenings(http: Http): void {
  serveWrite(http, opportunities.create, {
    allow: mayCreateOpportunities,
    kind: CREATE_OPPORTUNITY,
    creates: "repeatable",
    async handle(context, { body: { custom, ...typed } }) {
      const id = await createOpportunity(context, typed);
      await beginRecordValues(context, { object: "opportunity", id, created: true, asked: true }, custom);
      return showOpportunity(context, id);
    },
  });
  serveWrite(http, opportunities.convertLead, {
    allow: mayCreateOpportunities,
    kind: CONVERT_LEAD,
    creates: "repeatable",
    async handle(context, { params, body }) {
      const [result] = await convertLeads(context, [{ ...body, leadId: params.leadId }]);
      if (result?.outcome === "converted") return showOpportunity(context, result.opportunityId);
      // One refused lead is told with the name of who has it now.
      if (result) answersOf(context.viewer, [result]);
      throw new NotFound();
    },
  });
}

function serveCourse(http: Http, neighbours: OpportunityNeighbours): void {
  serveWrite(http, opportunities.move, {
    allow: mayEditOpportunities,
    kind: MOVE_OPPORTUNITY,
    async handle(context, { params, body }) {
      await moveStage(context, params.opportunityId, body);
      return showOpportunity(context, params.opportunityId);
    },
  });
  serveWrite(http, opportunities.win, {
    allow: mayEditOpportunities,
    kind: WIN_OPPORTUNITY,
    async handle(context, { params: { opportunityId }, body: { amount, wonAt } }) {
      await winOpportunities(context, [
        { opportunityId, amount, wonAt: wonAt === undefined ? undefined : new Date(wonAt) },
      ]);
      return showOpportunity(context, opportunityId);
    },
  });
  serveWrite(http, opportunities.lose, {
    allow: mayEditOpportunities,
    kind: LOSE_OPPORTUNITY,
    async handle(context, { params: { opportunityId }, body }) {
      await loseOpportunities(context, [{ opportunityId, ...body }], neighbours);
      return showOpportunity(context, opportunityId);
    },
  });
  serveRead(http, opportunityAssignments.previewAssignment, {
    allow: mayGiveOpportunities,
    handle: async (context, { body: { choice, toId } }) =>
      previewAssignment(
        opportunityList,
        rowChoiceOf(choice),
        assignedOpportunities(toId),
        context,
        await requireCompany(context),
      ),
  });
  serveWrite(http, opportunityAssignments.assign, {
    allow: mayGiveOpportunities,
    kind: ASSIGN_OPPORTUNITIES,
    handle: (context, { body: { choice, toId } }) =>
      assignOpportunities(context, { choice: rowChoiceOf(choice), toId }),
  });
  serveWrite(http, opportunities.give, {
    allow: mayGiveOpportunities,
    kind: GIVE_OPPORTUNITY,
    handle: async (context, { body }) => ({
      given: await giveOpportunities(context, body.opportunityIds, body.ownerId),
    }),
  });
}

function servePeople(http: Http): void {
  serveWrite(http, opportunities.setContact, {
    allow: mayEditOpportunities,
    kind: SET_OPPORTUNITY_CONTACT,
    async handle(context, { params, body }) {
      await setOpportunityContact(context, params, body.role);
      return showOpportunity(context, params.opportunityId);
    },
  });
  serveWrite(http, opportunities.removeContact, {
    allow: mayEditOpportunities,
    kind: REMOVE_OPPORTUNITY_CONTACT,
    async handle(context, { params }) {
      await removeOpportunityContact(context, params);
      return showOpportunity(context, params.opportunityId);
    },
  });
}

function serveTypes(http: Http): void {
  serveRead(http, opportunityTypes.list, {
    allow: mayReadOpportunities,
    handle: async (context) => (await findTypes(context)).map(presentType),
  });
  const shown = async (context: Parameters<typeof findTypes>[0], typeId: string) => {
    const type = (await findTypes(context)).find(({ id }) => id === typeId);
    if (!type) throw new NotFound();
    return presentType(type);
  };
  serveWrite(http, opportunityTypes.create, {
    allow: mayEditOpportunityTypes,
    kind: CREATE_OPPORTUNITY_TYPE,
    creates: "repeatable",
    handle: async (context, { body }) => shown(context, await createOpportunityType(context, body)),
  });
  serveWrite(http, opportunityTypes.edit, {
    allow: mayEditOpportunityTypes,
    kind: EDIT_OPPORTUNITY_TYPE,
    async handle(context, { params, body }) {
      await editOpportunityType(context, params.typeId, body);
      return shown(context, params.typeId);
    },
  });
}
