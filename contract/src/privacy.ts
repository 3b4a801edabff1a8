import { z } from "zod";
import { Identifier } from "./contacts.ts";
import { endpoint } from "./endpoint.ts";

/** The ways to reach somebody that a consent speaks of. */
export const ConsentChannel = z.enum(["email", "phone", "sms", "wechat"]);
export type ConsentChannel = z.infer<typeof ConsentChannel>;

/** What we would write or call for. */
export const ConsentPurpose = z.enum(["marketing", "service", "sales"]);
export type ConsentPurpose = z.infer<typeof ConsentPurpose>;

export const ConsentState = z.enum(["granted", "withdrawn"]);
export type ConsentState = z.infer<typeof ConsentState>;

/** How we learnt of it: a form, the person's own preference page, said to one of us, in writing, a file. */
export const ConsentHow = z.enum(["form", "page", "spoken", "written", "import"]);
export type ConsentHow = z.infer<typeof ConsentHow>;

export const ConsentStatement = z.object({
  id: z.uuid(),
  identifierId: z.uuid(),
  channel: ConsentChannel,
  purpose: ConsentPurpose,
  state: ConsentState,
  at: z.iso.datetime(),
  how: ConsentHow,
  /** The text that was agreed to, or what was said. */
  evidence: z.string().nullable(),
  /** Null when the person did it, or the house. */
  by: z.object({ id: z.uuid(), name: z.string() }).nullable(),
});
export type ConsentStatement = z.infer<typeof ConsentStatement>;

/** What holds for one channel and purpose of an identifier. */
export const ConsentAnswer = z.object({
  channel: ConsentChannel,
  purpose: ConsentPurpose,
  state: z.enum(["granted", "withdrawn", "unknown"]),
  /** Whether we may: marketing needs a grant, service and sales need no withdrawal. */
  may: z.boolean(),
  /** Withdrawn today, so that no grant of today can count. */
  closedToday: z.boolean(),
  /** The statement that decides. */
  statementId: z.uuid().nullable(),
});
export type ConsentAnswer = z.infer<typeof ConsentAnswer>;

export const ConsentOfIdentifier = z.object({ identifier: Identifier, answers: z.array(ConsentAnswer) });
export type ConsentOfIdentifier = z.infer<typeof ConsentOfIdentifier>;

export const ConsentOfContact = z.object({
  identifiers: z.array(ConsentOfIdentifier),
  /** Everything that was ever stated by these identifiers, the newest first. */
  statements: z.array(ConsentStatement),
  mayGrant: z.boolean(),
  mayWithdraw: z.boolean(),
});
export type ConsentOfContact = z.infer<typeof ConsentOfContact>;

/** One switch of a person's own page. */
export const Preference = z.object({
  channel: ConsentChannel,
  purpose: ConsentPurpose,
  on: z.boolean(),
  /** Turned off today: it can be turned on again from tomorrow. */
  closedToday: z.boolean(),
  /** What turning it on agrees to, word for word. */
  text: z.string(),
});
export type Preference = z.infer<typeof Preference>;

export const PreferenceIdentifier = z.object({
  id: z.uuid(),
  kind: z.string(),
  /** Always masked: a link may be passed on. */
  value: z.string(),
  preferences: z.array(Preference),
});
export type PreferenceIdentifier = z.infer<typeof PreferenceIdentifier>;

export const PreferencesOfPerson = z.object({
  companyName: z.string(),
  /** The person's own language, when it is known. */
  language: z.enum(["zh-CN", "en"]).nullable(),
  identifiers: z.array(PreferenceIdentifier),
});
export type PreferencesOfPerson = z.infer<typeof PreferencesOfPerson>;

export const PrivacyRequestKind = z.enum(["export", "erase"]);
export type PrivacyRequestKind = z.infer<typeof PrivacyRequestKind>;

/** Who asked: the person, the guardian of a child, or somebody they sent. */
export const PrivacyAsker = z.enum(["person", "guardian", "agent"]);
export type PrivacyAsker = z.infer<typeof PrivacyAsker>;

/** Somebody whose identifier a value is or was; their identifiers are masked. */
export const PersonFound = z.object({
  contactId: z.uuid(),
  name: z.string().nullable(),
  /** How many records go on as this one, itself included. */
  records: z.int(),
  identifiers: z.array(z.object({ kind: z.string(), value: z.string(), living: z.boolean() })),
});
export type PersonFound = z.infer<typeof PersonFound>;

/** What is held about somebody: how many rows of what, and whether erasing removes them or empties them. */
export const PrivacyPreview = z.object({
  contactId: z.uuid(),
  name: z.string().nullable(),
  records: z.int(),
  identifiers: z.int(),
  held: z.array(z.object({ what: z.string(), removed: z.boolean(), count: z.int() })),
});
export type PrivacyPreview = z.infer<typeof PrivacyPreview>;

export const PersonExport = z.object({
  at: z.iso.datetime(),
  sections: z.array(z.object({ what: z.string(), rows: z.array(z.record(z.string(), z.unknown())) })),
});
export type PersonExport = z.infer<typeof PersonExport>;

export const PrivacyRequest = z.object({
  id: z.uuid(),
  contactId: z.uuid(),
  /** Null for somebody without a name, and for everybody who was forgotten. */
  name: z.string().nullable(),
  kind: PrivacyRequestKind,
  askedBy: PrivacyAsker,
  askedOn: z.iso.date(),
  doneAt: z.iso.datetime(),
  by: z.object({ id: z.uuid(), name: z.string() }).nullable(),
});
export type PrivacyRequest = z.infer<typeof PrivacyRequest>;

const LONGEST_VALUE = 200;
const asked = z.object({ askedBy: PrivacyAsker, askedOn: z.iso.date() });

const TOKEN_CHARACTERS = 64;
const token = z.string().min(1).max(TOKEN_CHARACTERS);
const language = z.enum(["zh-CN", "en"]);

const EVIDENCE_CHARACTERS = 2000;
const contactParams = z.object({ contactId: z.uuid() });
const evidence = z.string().trim().min(1).max(EVIDENCE_CHARACTERS);
const about = z.object({
  identifierId: z.uuid(),
  channels: z.array(ConsentChannel).min(1),
  purposes: z.array(ConsentPurpose).min(1),
  /** What a person records by hand. */
  how: z.enum(["spoken", "written"]),
});

export const privacy = {
  readConsent: endpoint({
    id: "privacy.readConsent",
    method: "GET",
    path: "/contacts/:contactId/consent",
    summary: "What a contact allowed, by identifier, channel and purpose, and every statement with its evidence.",
    params: contactParams,
    response: ConsentOfContact,
  }),
  grant: endpoint({
    id: "privacy.grantConsent",
    method: "POST",
    path: "/contacts/:contactId/consent-grants",
    summary: "Records that a contact allowed something; needs evidence.",
    params: contactParams,
    body: about.extend({ evidence }),
    response: ConsentOfContact,
    errors: ["channel_impossible", "withdrawn_today"],
  }),
  withdraw: endpoint({
    id: "privacy.withdrawConsent",
    method: "POST",
    path: "/contacts/:contactId/consent-withdrawals",
    summary: "Records that a contact withdrew something; cannot be undone.",
    params: contactParams,
    body: about.extend({ evidence: evidence.nullable() }),
    response: ConsentOfContact,
    errors: ["channel_impossible"],
  }),
  makePreferenceLink: endpoint({
    id: "privacy.makePreferenceLink",
    method: "POST",
    path: "/contacts/:contactId/preference-links",
    summary: "Makes the link by which a contact sees and changes what they allowed; its token is told once.",
    params: contactParams,
    response: z.object({ token: z.string() }),
  }),
  showPreferences: endpoint({
    id: "privacy.showPreferences",
    method: "GET",
    path: "/preferences/:token",
    summary: "What the holder of a link allowed, without signing in.",
    params: z.object({ token }),
    query: z.object({ language: language.optional() }),
    response: PreferencesOfPerson,
  }),
  savePreference: endpoint({
    id: "privacy.savePreference",
    method: "POST",
    path: "/preferences/:token/statements",
    summary: "Turns one switch of the holder of a link on or off.",
    params: z.object({ token }),
    body: z.object({
      identifierId: z.uuid(),
      channel: ConsentChannel,
      purpose: ConsentPurpose,
      on: z.boolean(),
      /** In which language the sentence stood that is agreed to. */
      language,
    }),
    response: z.object({}),
    errors: ["withdrawn_today"],
  }),
  unsubscribe: endpoint({
    id: "privacy.unsubscribe",
    method: "POST",
    path: "/preferences/:token/unsubscribe",
    summary: "One click, also by a mail program (RFC 8058): no marketing by any channel any more.",
    params: z.object({ token }),
    response: z.object({}),
  }),
  findPeople: endpoint({
    id: "privacy.findPeople",
    method: "POST",
    path: "/privacy-searches",
    summary: "Whose a number, mailbox or WeChat id is or was, whoever follows them.",
    body: z.object({ value: z.string().trim().min(1).max(LONGEST_VALUE) }),
    response: z.array(PersonFound),
  }),
  previewPerson: endpoint({
    id: "privacy.previewPerson",
    method: "GET",
    path: "/contacts/:contactId/privacy-preview",
    summary: "What is held about a person, and what erasing would remove or empty.",
    params: contactParams,
    response: PrivacyPreview,
  }),
  exportPerson: endpoint({
    id: "privacy.exportPerson",
    method: "POST",
    path: "/contacts/:contactId/privacy-exports",
    summary: "Everything that is held about a person, for them to read; written down, and kept nowhere.",
    params: contactParams,
    body: asked,
    response: PersonExport,
    errors: ["asked_later"],
  }),
  erasePerson: endpoint({
    id: "privacy.erasePerson",
    method: "POST",
    path: "/contacts/:contactId/erasures",
    summary: "Forgets a person for ever; needs their name typed, and cannot be undone.",
    params: contactParams,
    body: asked.extend({ confirmed: z.string().max(LONGEST_VALUE) }),
    response: z.object({}),
    errors: ["not_confirmed", "asked_later"],
  }),
  listRequests: endpoint({
    id: "privacy.listRequests",
    method: "GET",
    path: "/privacy-requests",
    summary: "Who asked what we hold of them or to be forgotten, and when it was done by whom; the latest 200.",
    response: z.array(PrivacyRequest),
  }),
};
