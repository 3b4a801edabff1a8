/** Capture: the one door through which leads come in, and what moves them on by itself. All that others may import. */
import en from "./messages.en.json" with { type: "json" };
import zh from "./messages.zh.json" with { type: "json" };

export { advanceDecayed, captureLongOperations, captureSchedules, captureSubscriptions } from "./capture.jobs.ts";
export { captureLeads } from "./capture-leads.ts";
export { SINGLE_ARRIVAL } from "./create-lead.ts";
export { captureRoutes } from "./capture.routes.ts";
export { letArrivalsPass } from "./let-arrivals-pass.ts";
export type { CaptureDraft, CapturedLead } from "./shapes/capture-draft.ts";

export const captureMessages = { zh, en };
