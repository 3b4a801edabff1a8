import { z } from "zod";
import { ACCOUNT_KINDS } from "./account-kinds.ts";
import { changeOf } from "./edit.ts";
import { endpoint } from "./endpoint.ts";

/** What somebody is in a household; one person may be several of them. */
export const HOUSEHOLD_ROLES = ["registrant", "payer", "user", "influencer"] as const;
export const HouseholdRole = z.enum(HOUSEHOLD_ROLES);
export type HouseholdRole = z.infer<typeof HouseholdRole>;

/** A contact in an account, dated: a job in a company or a role in a household. Days are the company's. */
export const Membership = z.object({
  id: z.uuid(),
  accountId: z.uuid(),
  accountName: z.string(),
  accountKind: z.enum(ACCOUNT_KINDS),
  /** The three facts of the job are absent where the viewer may not see them. */
  title: z.string().nullable().optional(),
  jobFunction: z.string().nullable().optional(),
  jobLevel: z.string().nullable().optional(),
  householdRole: HouseholdRole.nullable(),
  since: z.iso.date(),
  /** Null while it lasts. */
  until: z.iso.date().nullable(),
});
export type Membership = z.infer<typeof Membership>;

/** Somebody of an account, as its page names them. */
export const PersonOfAccount = z.object({
  contactId: z.uuid(),
  name: z.string().nullable(),
  membership: Membership,
});
export type PersonOfAccount = z.infer<typeof PersonOfAccount>;

const Text = (longest: number) => z.string().trim().min(1).max(longest).nullable();
const Day = z.iso.date();
const contactParams = z.object({ contactId: z.uuid() });
const membershipParams = contactParams.extend({ membershipId: z.uuid() });

/** Into which company: one that is here, or one by its name, which is found or made as at every capture. */
const Employer = z.union([z.object({ id: z.uuid() }), z.object({ name: z.string().trim().min(1).max(200) })]);

const Job = z.object({
  account: Employer,
  title: Text(200).default(null),
  jobFunction: Text(80).default(null),
  jobLevel: Text(80).default(null),
  /** The first day. */
  since: Day,
});

export const memberships = {
  ofAccount: endpoint({
    id: "memberships.listPeopleOfAccount",
    method: "GET",
    path: "/accounts/:accountId/people",
    summary: "Who is in an account now, or was; the newest first.",
    params: z.object({ accountId: z.uuid() }),
    query: z.object({
      when: z.enum(["present", "former"]).default("present"),
      limit: z.coerce.number().int().min(1).max(200).default(20),
    }),
    response: z.object({ rows: z.array(PersonOfAccount), count: z.int() }),
  }),
  begin: endpoint({
    id: "memberships.beginMembership",
    method: "POST",
    path: "/contacts/:contactId/memberships",
    summary: "Says that somebody works at a company, from a day on.",
    params: contactParams,
    body: Job,
    response: z.object({ membershipId: z.uuid(), accountId: z.uuid() }),
    errors: ["member_already", "day_ahead", "name_says_nothing", "not_a_company"],
  }),
  end: endpoint({
    id: "memberships.endMembership",
    method: "POST",
    path: "/contacts/:contactId/memberships/:membershipId/end",
    summary: "Says that somebody has left an account, from a day on; what was stays.",
    params: membershipParams,
    body: z.object({ on: Day }),
    response: z.object({ membershipId: z.uuid() }),
    errors: ["membership_over", "left_before_begun", "day_ahead"],
  }),
  move: endpoint({
    id: "memberships.moveMembership",
    method: "POST",
    path: "/contacts/:contactId/memberships/:membershipId/moves",
    summary:
      "Says that somebody has gone from one company to another, or has another job in the same: one ends as one begins.",
    params: membershipParams,
    body: Job,
    response: z.object({ membershipId: z.uuid(), accountId: z.uuid() }),
    errors: [
      "member_already",
      "membership_over",
      "left_before_begun",
      "day_ahead",
      "name_says_nothing",
      "not_a_company",
    ],
  }),
  edit: endpoint({
    id: "memberships.editMembership",
    method: "PATCH",
    path: "/contacts/:contactId/memberships/:membershipId",
    summary: "Corrects a day or a fact of a membership.",
    params: membershipParams,
    body: z.object({
      title: changeOf(Text(200)),
      jobFunction: changeOf(Text(80)),
      jobLevel: changeOf(Text(80)),
      since: changeOf(Day),
      until: changeOf(Day.nullable()),
    }),
    response: z.object({ membershipId: z.uuid() }),
    errors: ["member_already", "left_before_begun", "day_ahead", "changed_meanwhile"],
  }),
};
