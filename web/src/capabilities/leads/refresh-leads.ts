import { leadScore } from "@tongzhou/contract/lead-score";
import { leads } from "@tongzhou/contract/leads";
import { forget } from "../../platform/http/queries.ts";

/** Reads again whatever shows leads, after an act or when they changed elsewhere. */
export function refreshLeads(): Promise<void> {
  return forget(leads.list, leads.count, leads.today, leads.teamLoad, leads.show, leadScore.read);
}
