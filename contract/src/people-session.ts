import { z } from "zod";
import { endpoint } from "./endpoint.ts";
import { FieldGrant, Grant } from "./people-roles.ts";
import { Language, Password, Person, PersonEmail, PersonName, RoleRef } from "./people.ts";

/** ISO 4217, three capital letters. */
export const Currency = z.string().regex(/^[A-Z]{3}$/);
/** IANA name, `Asia/Shanghai`. */
export const TimeZone = z.string().min(1).max(64);

export const Company = z.object({
  name: z.string(),
  /** Figures, "last 14 days" and month borders follow it. */
  timeZone: TimeZone,
  currency: Currency,
  language: Language,
  /** A line below the rows of every export says who took them out and when. */
  exportWatermark: z.boolean(),
});
export type Company = z.infer<typeof Company>;

/** The signed-in person and what the pages need to know to show what they may do. */
export const WhoAmI = z.object({
  person: Person,
  company: Company,
  /** The most that any of the person's roles allows, one line an object and action; what is not listed is not allowed. */
  grants: z.array(Grant),
  fields: z.array(FieldGrant),
  /** The demo company is loaded: its people and passwords are public. */
  demo: z.boolean(),
});
export type WhoAmI = z.infer<typeof WhoAmI>;

/** What awaits a person, for pages to make a sentence of: `3 leads wait for an answer, the first for 8 more minutes`. */
export const Awaiting = z.object({
  /** The sentence's key in the web messages. */
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  urgency: z.enum(["calm", "soon", "late"]),
  dueAt: z.iso.datetime().optional(),
});

export const DemoPerson = z.object({
  personId: z.uuid(),
  name: z.string(),
  email: z.string(),
  /** Public while the demo is loaded; it works on this machine only. */
  password: z.string(),
  roles: z.array(RoleRef),
  awaits: z.array(Awaiting),
});
export type DemoPerson = z.infer<typeof DemoPerson>;

/** What the page before signing in shows. */
export const Door = z.object({
  /** `first_run`: nobody exists yet, and whoever comes first makes the company. */
  state: z.enum(["first_run", "sign_in"]),
  companyName: z.string().nullable(),
  /** Today in the company, for the greeting. */
  now: z.iso.datetime(),
  demoPeople: z.array(DemoPerson),
});
export type Door = z.infer<typeof Door>;

/** A company with its first administrator, as whoever begins says it. */
export const NewCompany = z.object({
  companyName: z.string().trim().min(1).max(200),
  name: PersonName,
  email: PersonEmail,
  password: Password,
  timeZone: TimeZone.default("Asia/Shanghai"),
  currency: Currency.default("CNY"),
  language: Language.default("zh-CN"),
});
export type NewCompany = z.infer<typeof NewCompany>;

export const Session = z.object({
  id: z.string(),
  current: z.boolean(),
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  userAgent: z.string().nullable(),
  address: z.string().nullable(),
});

export const session = {
  showDoor: endpoint({
    id: "people.showDoor",
    method: "GET",
    path: "/door",
    summary: "What the page before signing in shows: first run, the company's name, the demo's people.",
    response: Door,
  }),
  firstRun: endpoint({
    id: "people.firstRun",
    method: "POST",
    path: "/first-run",
    summary: "Makes the company and its first administrator, and signs them in; only while nobody exists.",
    body: NewCompany,
    response: WhoAmI,
    errors: ["first_run_over"],
  }),
  signIn: endpoint({
    id: "people.signIn",
    method: "POST",
    path: "/session",
    summary: "Signs in by e-mail and password; the session is an HttpOnly cookie.",
    body: z.object({ email: z.string().trim().min(1).max(254), password: z.string().min(1).max(128) }),
    response: WhoAmI,
    errors: ["sign_in_failed", "sign_in_locked", "too_many_requests"],
  }),
  signOut: endpoint({
    id: "people.signOut",
    method: "DELETE",
    path: "/session",
    summary: "Ends this session.",
    response: z.object({}),
  }),
  whoAmI: endpoint({
    id: "people.whoAmI",
    method: "GET",
    path: "/session",
    summary: "Who is signed in, and what they may do; 401 `not_signed_in` when nobody is.",
    response: WhoAmI,
    errors: ["not_signed_in"],
  }),
  setMyLanguage: endpoint({
    id: "people.setMyLanguage",
    method: "PUT",
    path: "/session/language",
    summary: "The language in which I am spoken to.",
    body: z.object({ language: Language }),
    response: WhoAmI,
  }),
  changePassword: endpoint({
    id: "people.changePassword",
    method: "PUT",
    path: "/session/password",
    summary: "Changes my password; my other sessions end.",
    body: z.object({ currentPassword: z.string().min(1).max(128), newPassword: Password }),
    response: z.object({ endedSessions: z.int() }),
    errors: ["wrong_password", "too_many_requests"],
  }),
  listSessions: endpoint({
    id: "people.listSessions",
    method: "GET",
    path: "/sessions",
    summary: "Where I am signed in.",
    response: z.array(Session),
  }),
  endSession: endpoint({
    id: "people.endSession",
    method: "DELETE",
    path: "/sessions/:sessionId",
    summary: "Ends one of my sessions.",
    params: z.object({ sessionId: z.string().min(1).max(100) }),
    response: z.object({}),
  }),
};
