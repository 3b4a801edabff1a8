import { LeadToday } from "../capabilities/leads/index.ts";

/** `/today` */
export function TodayPage() {
  return <LeadToday />;
}
