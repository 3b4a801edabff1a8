import { leadScore } from "@tongzhou/contract/lead-score";
import { standards } from "@tongzhou/contract/standards";
import { may } from "../../platform/access/viewer.ts";
import { everyField, publishFields } from "../../platform/conditions/index.ts";
import { offeredToRules } from "../../platform/custom-fields/house-fields-in-rules.ts";
import type { Http } from "../../platform/http/http.ts";
import { serveRead } from "../../platform/http/serve-read.ts";
import { serveWrite } from "../../platform/http/serve-write.ts";
import { LEAD } from "../leads/index.ts";
import { CREATE_STANDARD_DRAFT, createStandardDraft } from "./create-standard-draft.ts";
import { DISCARD_STANDARD_DRAFT, discardStandardDraft } from "./discard-standard-draft.ts";
import { EDIT_STANDARD_DRAFT, editStandardDraft } from "./edit-standard-draft.ts";
import { readLeadScore } from "./read-lead-score.ts";
import { listStandardVersions, readStandardPage } from "./read-standard-page.ts";
import { SIGN_STANDARD, signStandard } from "./sign-standard.ts";
import { mayEditStandards, mayReadStandards, maySignFor } from "./standards.access.ts";
import { fitFields, touchRuleFields } from "./standards.fields.ts";

/** The lead standard: versions, drafts and signatures. */
export function standardsRoutes(http: Http): void {
  serveRead(http, standards.list, { allow: mayReadStandards, handle: (context) => listStandardVersions(context) });
  serveRead(http, standards.read, {
    allow: mayReadStandards,
    handle: (context, { params }) => readStandardPage(context, params.standardId),
  });
  serveRead(http, standards.fields, {
    allow: mayReadStandards,
    // Rules judge every lead by themselves; whoever may write one asks about fields, not about a record.
    handle: async ({ viewer }) => ({
      fit: publishFields(fitFields(offeredToRules(viewer.snapshot.houseFields)), everyField),
      engagement: publishFields(touchRuleFields, everyField),
    }),
  });
  serveRead(http, leadScore.read, {
    allow: (viewer) => may(viewer, LEAD, "read"),
    handle: (context, { params }) => readLeadScore(context, params.leadId),
  });
  serveWrite(http, standards.create, {
    allow: mayEditStandards,
    kind: CREATE_STANDARD_DRAFT,
    creates: "repeatable",
    handle: async (context, { body }) => readStandardPage(context, await createStandardDraft(context, body)),
  });
  serveWrite(http, standards.edit, {
    allow: mayEditStandards,
    kind: EDIT_STANDARD_DRAFT,
    async handle(context, { params, body }) {
      await editStandardDraft(context, params.standardId, body);
      return readStandardPage(context, params.standardId);
    },
  });
  serveWrite(http, standards.discard, {
    allow: mayEditStandards,
    kind: DISCARD_STANDARD_DRAFT,
    async handle(context, { params }) {
      await discardStandardDraft(context, params.standardId);
      return {};
    },
  });
  serveWrite(http, standards.sign, {
    allow: (viewer, { body }) => maySignFor(viewer, body.side),
    kind: SIGN_STANDARD,
    async handle(context, { params, body }) {
      const { personId } = context.viewer;
      await signStandard(context, { standardId: params.standardId, personId, ...body });
      return readStandardPage(context, params.standardId);
    },
  });
}
