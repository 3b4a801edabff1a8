/** Activities: what our people did or will do with customers. All that other capabilities may import. */
import { HOMED_AT_ACCOUNT, accountHomes, accountRemoval } from "../accounts/index.ts";
import { HOMED_AT_CONTACT, contactHomes, contactRemoval } from "../contacts/index.ts";
import en from "./messages.en.json" with { type: "json" };
import zh from "./messages.zh.json" with { type: "json" };
import "./activities.audit.ts";

export { activitiesRoutes } from "./activities.routes.ts";
export { LOG_ACTIVITY, logActivity } from "./log-activity.ts";

export const activitiesMessages = { zh, en };

contactHomes.add({
  what: "activities",
  table: { table: "activity", columns: HOMED_AT_CONTACT },
});
accountHomes.add({ what: "activities", table: { table: "activity", columns: HOMED_AT_ACCOUNT } });

contactRemoval.keeps("has_activities", { table: "activity", column: "contact_id" });
accountRemoval.keeps("has_activities", { table: "activity", column: "account_id" });
