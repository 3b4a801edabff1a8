import { z } from "zod";
import { ContactRow } from "./contacts.ts";
import { endpoint } from "./endpoint.ts";
import { HOUSEHOLD_ROLES, HouseholdRole } from "./memberships.ts";

/** Somebody of a household and what they are in it, each role with its first day. */
export const HouseholdMember = z.object({
  contact: ContactRow,
  roles: z.array(z.object({ role: HouseholdRole.nullable(), since: z.iso.date(), until: z.iso.date().nullable() })),
});
export type HouseholdMember = z.infer<typeof HouseholdMember>;

/** A lead or opportunity of anybody in the household. */
export const HouseholdInterest = z.object({
  kind: z.enum(["lead", "opportunity"]),
  id: z.uuid(),
  /** The product line of a lead, the name of an opportunity; null for a lead in none. */
  name: z.string().nullable(),
  contact: z.object({ id: z.uuid(), name: z.string().nullable() }).nullable(),
  /** The stage of a lead. */
  stage: z.string().nullable(),
  /** How an opportunity ended; null while it is open. */
  outcome: z.string().nullable(),
});
export type HouseholdInterest = z.infer<typeof HouseholdInterest>;

export const Household = z.object({
  id: z.uuid(),
  name: z.string(),
  present: z.array(HouseholdMember),
  /** Who belonged to it before. */
  former: z.array(HouseholdMember),
  interests: z.array(HouseholdInterest),
  mayEdit: z.boolean(),
});
export type Household = z.infer<typeof Household>;

const Roles = z
  .array(HouseholdRole)
  .max(HOUSEHOLD_ROLES.length)
  .default([])
  .transform((roles) => [...new Set(roles)]);
const Day = z.iso.date();
const Name = z.string().trim().min(1).max(200);
/** Somebody who is here, or somebody who has no number of their own, such as a child. */
const Somebody = z.union([z.object({ contactId: z.uuid() }), z.object({ name: Name })]);
const Member = z.intersection(Somebody, z.object({ roles: Roles }));
const householdParams = z.object({ householdId: z.uuid() });
const memberParams = householdParams.extend({ contactId: z.uuid() });
const made = z.object({ householdId: z.uuid() });

export const households = {
  show: endpoint({
    id: "households.showHousehold",
    method: "GET",
    path: "/households/:householdId",
    summary: "A household in one picture: who is what in it, and what they are interested in.",
    params: householdParams,
    response: Household,
  }),
  create: endpoint({
    id: "households.createHousehold",
    method: "POST",
    path: "/households",
    summary: "Says that people are one household.",
    body: z.object({ name: Name.nullable().default(null), members: z.array(Member).min(1).max(20), since: Day }),
    response: made,
    errors: ["day_ahead", "household_of_nobody"],
  }),
  add: endpoint({
    id: "households.addMember",
    method: "POST",
    path: "/households/:householdId/members",
    summary: "Adds somebody to a household.",
    params: householdParams,
    body: z.intersection(Member, z.object({ since: Day })),
    response: z.object({ contactId: z.uuid() }),
    errors: ["day_ahead", "in_household_already"],
  }),
  setRoles: endpoint({
    id: "households.setRoles",
    method: "PUT",
    path: "/households/:householdId/members/:contactId/roles",
    summary: "Says what somebody is in a household from a day on; what they were stays.",
    params: memberParams,
    body: z.object({ roles: Roles, on: Day }),
    response: made,
    errors: ["day_ahead", "left_before_begun", "not_in_household"],
  }),
  leave: endpoint({
    id: "households.leaveHousehold",
    method: "POST",
    path: "/households/:householdId/departures",
    summary: "Says that members left a household, into one of their own or none.",
    params: householdParams,
    body: z.object({
      contactIds: z.array(z.uuid()).min(1).max(20),
      on: Day,
      own: z.boolean(),
      name: Name.nullable().default(null),
    }),
    response: z.object({ householdId: z.uuid().nullable() }),
    errors: ["day_ahead", "left_before_begun", "not_in_household"],
  }),
  join: endpoint({
    id: "households.joinHouseholds",
    method: "POST",
    path: "/households/:householdId/joins",
    summary:
      "Says that another household became part of this one: its people go on here, and what they were there stays.",
    params: householdParams,
    body: z.object({ otherId: z.uuid(), on: Day }),
    response: made,
    errors: ["day_ahead", "left_before_begun", "same_household", "household_empty"],
  }),
};
