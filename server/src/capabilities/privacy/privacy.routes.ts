import { privacy } from "@tongzhou/contract/privacy";
import type { Call, Http } from "../../platform/http/http.ts";
import { serveOpen } from "../../platform/http/serve-open.ts";
import { serveRead } from "../../platform/http/serve-read.ts";
import { serveWrite } from "../../platform/http/serve-write.ts";
import type { Context } from "../../platform/ledger/context.ts";
import { look } from "../../platform/ledger/look.ts";
import { operate } from "../../platform/ledger/operate.ts";
import type { OperationKind } from "../../platform/ledger/operation-kind.ts";
import { takeHit } from "../../platform/limits/take-hit.ts";
import type { Limit } from "../../platform/limits/take-hit.ts";
import { mayEditContacts, mayReadContacts } from "../contacts/index.ts";
import { ERASE_PERSON, erasePerson } from "./erase-person.ts";
import { EXPORT_PERSON, exportPerson } from "./export-person.ts";
import { findPeople } from "./find-people.ts";
import { GRANT_CONSENT, grantConsent } from "./grant-consent.ts";
import { listRequests } from "./list-requests.ts";
import { MAKE_PREFERENCE_LINK, makePreferenceLink } from "./make-preference-link.ts";
import { previewPerson } from "./preview-person.ts";
import { mayAnswerPrivacyRequests, mayReadPrivacyRequests } from "./privacy.access.ts";
import { readConsent } from "./read-consent.ts";
import { SAVE_PREFERENCE, UNSUBSCRIBE, savePreference, unsubscribe } from "./save-preference.ts";
import { showPreferences } from "./show-preferences.ts";
import { WITHDRAW_CONSENT, withdrawConsent } from "./withdraw-consent.ts";

/** Looks and changes from one address; a family behind one router has enough, who tries out tokens has not. */
const PREFERENCES: Limit = { name: "preferences", hits: 120, seconds: 600 };

/** What a mail program sends when somebody presses its own button (RFC 8058). */
const ONE_CLICK_TYPE = "application/x-www-form-urlencoded";

const BY_LINK = "the link is the key: it was given to one person, and shows and changes what is theirs alone";

/** What people allowed us, and what they asked of us. */
export function privacyRoutes(http: Http): void {
  servePreferences(http);
  serveRequests(http);
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
  serveWrite(http, privacy.makePreferenceLink, {
    allow: mayEditContacts,
    kind: MAKE_PREFERENCE_LINK,
    creates: "once",
    handle: async (context, { params }) => ({ token: await makePreferenceLink(context, params.contactId) }),
  });
}

/** The page of the person themself, who signs in nowhere. No cookie counts here, so no other site can act for anybody. */
function servePreferences(http: Http): void {
  const { house } = http;
  const limited = (call: Call): Promise<void> => takeHit(house, PREFERENCES, call.address);
  const write = async (
    call: Call,
    kind: OperationKind,
    work: (context: Context) => Promise<void>,
  ): Promise<Record<string, never>> => {
    await limited(call);
    await operate(house, { actor: { kind: "system" }, kind, source: "web" }, work);
    return {};
  };
  serveOpen(http, privacy.showPreferences, {
    everybodyBecause: BY_LINK,
    async handle({ params, query }, call) {
      await limited(call);
      return look(house, "list", (context) => showPreferences(context, params.token, query.language));
    },
  });
  serveOpen(http, privacy.savePreference, {
    everybodyBecause: BY_LINK,
    handle: ({ params, body }, call) =>
      write(call, SAVE_PREFERENCE, (context) => savePreference(context, params.token, body)),
  });
  void http.app.register(async (app) => {
    app.addContentTypeParser(ONE_CLICK_TYPE, { parseAs: "string" }, (_request, _body, done) => done(null, {}));
    serveOpen({ ...http, app }, privacy.unsubscribe, {
      everybodyBecause: BY_LINK,
      handle: ({ params }, call) => write(call, UNSUBSCRIBE, (context) => unsubscribe(context, params.token)),
    });
  });
}

/** What a person may ask of us by law: what is held of them, and to be forgotten. */
function serveRequests(http: Http): void {
  serveRead(http, privacy.findPeople, {
    allow: mayAnswerPrivacyRequests,
    handle: (context, { body }) => findPeople(context, body.value),
  });
  serveRead(http, privacy.previewPerson, {
    allow: mayAnswerPrivacyRequests,
    limit: "report",
    handle: (context, { params }) => previewPerson(context, params.contactId),
  });
  serveWrite(http, privacy.exportPerson, {
    allow: mayAnswerPrivacyRequests,
    kind: EXPORT_PERSON,
    handle: (context, { params, body }) => exportPerson(context, params.contactId, body),
  });
  serveWrite(http, privacy.erasePerson, {
    allow: mayAnswerPrivacyRequests,
    kind: ERASE_PERSON,
    async handle(context, { params, body }) {
      await erasePerson(context, params.contactId, body);
      return {};
    },
  });
  serveRead(http, privacy.listRequests, {
    allow: mayReadPrivacyRequests,
    handle: (context) => listRequests(context),
  });
}
