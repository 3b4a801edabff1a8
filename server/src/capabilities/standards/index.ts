/** Standards: the agreement on what a qualified lead is, and the judging of leads by it. All that others may import. */
import en from "./messages.en.json" with { type: "json" };
import zh from "./messages.zh.json" with { type: "json" };
import "./standards.audit.ts";

export { createStandardDraft, CREATE_STANDARD_DRAFT } from "./create-standard-draft.ts";
export { defaultStandard } from "./domain/default-standard.ts";
export { isOnDuty } from "./is-on-duty.ts";
export { leadScorePart } from "./lead-score.fields.ts";
export { firstResponseDues } from "./first-response-dues.ts";
export { judgeLeads } from "./judge-leads.ts";
export type { JudgeCause, JudgedLead, KnownOfLeads } from "./judge-leads.ts";
export { readGrades } from "./read-grades.ts";
export { readRuleContext } from "./queries/read-rule-context.ts";
export type { RuleContext } from "./queries/read-rule-context.ts";
export { findInForce, findStandard } from "./queries/standard-rows.ts";
export type { StoredStandard } from "./queries/standard-rows.ts";
export type { KnownTouch } from "./queries/touch-sources.ts";
export { replaceDraft } from "./replace-draft.ts";
export { signStandard, SIGN_STANDARD } from "./sign-standard.ts";
export { standardSchedules, standardSubscriptions } from "./standards.jobs.ts";
export { standardsRoutes } from "./standards.routes.ts";

export const standardsMessages = { zh, en };
