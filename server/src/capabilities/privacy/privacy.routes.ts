import { privacy } from "@tongzhou/contract/privacy";
import type { Http } from "../../platform/http/http.ts";
import { serveRead } from "../../platform/http/serve-read.ts";
import { serveWrite } from "../../platform/http/serve-write.ts";
import { mayEditContacts, mayReadContacts } from "../contacts/index.ts";
import { GRANT_CONSENT, grantConsent } from "./grant-consent.ts";
import { readConsent } from "./read-consent.ts";
import { WITHDRAW_CONSENT, withdrawConsent } from "./withdraw-consent.ts";

/** What people allowed us, and what they asked of us. */
export function privacyRoutes(http: Http): void {
  serveRead(http, privacy.readConsent, {
    allow: mayReadContacts,
    handle: (context, { params }) => readConsent(context, params.contactId),
  });
  serveWrite(http, privacy.grant, {
    allow: mayEditContacts,
    kind: GRANT_CONSENT,
    async handle(context, { params, body }) {
      await grantConsent(context, params.contactId, body);
      return readConsent(context, params.contactId);
    },
  });
  serveWrite(http, privacy.withdraw, {
    allow: mayReadContacts,
    kind: WITHDRAW_CONSENT,
    async handle(context, { params, body }) {
      await withdrawConsent(context, params.contactId, body);
      return readConsent(context, params.contactId);
    },
  });
}
