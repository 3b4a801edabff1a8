/** Privacy: what people allowed us, and what they asked of us. This file is all that other capabilities may import. */
import { HOMED_AT_CONTACT, contactHomes, byIdentifier, contactRemoval } from "../contacts/index.ts";
import en from "./messages.en.json" with { type: "json" };
import zh from "./messages.zh.json" with { type: "json" };
import "./privacy.audit.ts";

export { privacyRoutes } from "./privacy.routes.ts";
export { stateConsents } from "./state-consents.ts";
export type { ConsentDraft } from "./state-consents.ts";

contactHomes.add({ what: "consents", table: { table: "consent", columns: HOMED_AT_CONTACT } });

export const privacyMessages = { zh, en };

contactRemoval
  .keeps("has_consents", { table: "consent", column: "contact_id" }, byIdentifier("consent", "identifier_id"))
  .keeps("has_requests", { table: "privacy_request", column: "contact_id" })
  .takes({ table: "preference_link", column: "contact_id" });
