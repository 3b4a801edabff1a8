import { z } from "zod";
import { endpoint } from "./endpoint.ts";

/** What our people do with customers. A message has a channel. */
export const ACTIVITY_KINDS = ["call", "visit", "meeting", "message", "note"] as const;
export const ActivityKind = z.enum(ACTIVITY_KINDS);
export type ActivityKind = z.infer<typeof ActivityKind>;

export const ActivityChannel = z.enum(["wechat", "email"]);
export type ActivityChannel = z.infer<typeof ActivityChannel>;

/** How it ended, by kind; a note has no outcome. */
export const OUTCOMES_OF_KIND = {
  call: ["reached", "no_answer", "wrong_number"],
  visit: ["held", "missed"],
  meeting: ["held", "missed"],
  message: ["sent", "replied"],
  note: [],
} as const satisfies Record<ActivityKind, readonly string[]>;

export const ActivityOutcome = z.enum(["reached", "no_answer", "wrong_number", "held", "missed", "sent", "replied"]);
export type ActivityOutcome = z.infer<typeof ActivityOutcome>;

/** Records on which activities are logged. */
export const ACTIVITY_OBJECTS = ["lead", "contact", "account", "opportunity"] as const;
export const ActivityObject = z.enum(ACTIVITY_OBJECTS);
export type ActivityObject = z.infer<typeof ActivityObject>;

const Line = (longest: number) => z.string().trim().min(1).max(longest).nullable().default(null);

const fits = ({ kind, outcome }: { kind: ActivityKind; outcome: ActivityOutcome | null }): boolean => {
  const known: readonly string[] = OUTCOMES_OF_KIND[kind];
  return outcome === null ? known.length === 0 : known.includes(outcome);
};

export const NewActivity = z
  .object({
    object: ActivityObject,
    recordId: z.uuid(),
    /** With whom, on a company or an opportunity; one person alone needs no naming. */
    contactId: z.uuid().nullable().default(null),
    kind: ActivityKind,
    channel: ActivityChannel.nullable().default(null),
    outcome: ActivityOutcome.nullable().default(null),
    text: Line(2000),
    /** When it happened; now, unless said. */
    at: z.iso.datetime().nullable().default(null),
    nextOn: z.iso.date().nullable().default(null),
    nextStep: Line(200),
    /** On a lead that waits for the caller's answer: takes it as well, which stops its clock (R-LEAD-3). */
    accept: z.boolean().default(false),
  })
  .refine((typed) => (typed.kind === "message") === (typed.channel !== null), { path: ["channel"] })
  .refine(fits, { path: ["outcome"] })
  .refine(({ text, outcome }) => text !== null || outcome !== null, { path: ["text"] })
  .refine(({ nextOn, nextStep }) => nextOn !== null || nextStep === null, { path: ["nextOn"] })
  .refine(({ accept, object }) => !accept || object === "lead", { path: ["accept"] });
export type NewActivity = z.infer<typeof NewActivity>;

/** What somebody said would come next and has not come yet. */
export const FollowUp = z.object({
  activityId: z.uuid(),
  object: ActivityObject,
  recordId: z.uuid(),
  contactName: z.string().nullable(),
  accountName: z.string().nullable(),
  recordName: z.string().nullable(),
  nextOn: z.iso.date(),
  nextStep: z.string().nullable(),
  kind: ActivityKind,
  channel: ActivityChannel.nullable(),
  text: z.string().nullable(),
  at: z.iso.datetime(),
});
export type FollowUp = z.infer<typeof FollowUp>;

export const activities = {
  log: endpoint({
    id: "activities.logActivity",
    method: "POST",
    path: "/activities",
    summary: "Logs what was done with a customer; where the customer took part, a touch is written with it.",
    body: NewActivity,
    response: z.object({ activityId: z.uuid(), effective: z.boolean(), accepted: z.boolean() }),
    errors: ["activity_in_future", "activity_contact_missing"],
  }),
  followUps: endpoint({
    id: "activities.listFollowUps",
    method: "GET",
    path: "/activities/follow-ups",
    summary: "The viewer's own next steps that are due by today, the oldest first.",
    response: z.object({ today: z.iso.date(), rows: z.array(FollowUp), count: z.int() }),
  }),
};
