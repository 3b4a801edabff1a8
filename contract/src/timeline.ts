import { z } from "zod";
import { ActivityChannel, ActivityKind, ActivityOutcome } from "./activities.ts";
import { endpoint } from "./endpoint.ts";
import { HouseholdRole } from "./memberships.ts";
import { MAX_PAGE_SIZE, pageOf } from "./paging.ts";

/** Records that have a timeline. */
export const TIMELINE_OBJECTS = ["contact", "lead", "account", "opportunity"] as const;
export const TimelineObject = z.enum(TIMELINE_OBJECTS);
export type TimelineObject = z.infer<typeof TimelineObject>;

/** touch: what the customer did · activity: what one of us did · move: what became of a lead or opportunity · edit: what somebody changed on the record · membership: who came into an account, or left it. */
export const TIMELINE_KINDS = ["touch", "activity", "move", "edit", "membership"] as const;
export const TimelineKind = z.enum(TIMELINE_KINDS);

const common = { id: z.uuid(), at: z.iso.datetime() };

const Actor = z.object({
  kind: z.enum(["person", "rule", "system"]),
  id: z.uuid().nullable(),
  name: z.string().nullable(),
});

export const TimelineEntry = z.discriminatedUnion("kind", [
  z.object({
    ...common,
    kind: z.literal("touch"),
    touch: z.string(),
    channel: z.string().nullable(),
    title: z.string().nullable(),
    campaign: z.object({ id: z.uuid(), name: z.string() }).nullable(),
    /** Whose touch it was: the contact, for timelines of several people. */
    contact: z.object({ id: z.uuid(), name: z.string().nullable() }),
    /** The kind of identifier it came by. */
    cameBy: z.string(),
  }),
  z.object({
    ...common,
    kind: z.literal("activity"),
    activity: ActivityKind,
    channel: ActivityChannel.nullable(),
    outcome: ActivityOutcome.nullable(),
    /** The customer took part; such an activity is a touch as well and stands here once. */
    effective: z.boolean(),
    text: z.string().nullable(),
    nextOn: z.iso.date().nullable(),
    nextStep: z.string().nullable(),
    contact: z.object({ id: z.uuid(), name: z.string().nullable() }).nullable(),
    actor: Actor,
  }),
  z.object({
    ...common,
    kind: z.literal("move"),
    subject: z.enum(["lead", "opportunity"]),
    recordId: z.uuid(),
    /** Row of the lead table, or the name of an opportunity's move. */
    row: z.string(),
    from: z.string().nullable(),
    to: z.string(),
    fromOwner: z.string().nullable(),
    toOwner: z.string().nullable(),
    reason: z.string().nullable(),
    actor: Actor,
  }),
  z.object({
    ...common,
    kind: z.literal("edit"),
    operation: z.string(),
    operationId: z.uuid(),
    columns: z.array(z.string()),
    actor: Actor,
  }),
  z.object({
    ...common,
    kind: z.literal("membership"),
    act: z.enum(["began", "ended"]),
    account: z.object({ id: z.uuid(), name: z.string() }),
    contact: z.object({ id: z.uuid(), name: z.string().nullable() }),
    /** Null for a job in a company. */
    role: HouseholdRole.nullable(),
  }),
]);
export type TimelineEntry = z.infer<typeof TimelineEntry>;

export const timeline = {
  read: endpoint({
    id: "timeline.readTimeline",
    method: "GET",
    path: "/timeline/:object/:recordId",
    summary: "Everything that happened to a record, from every channel, the newest first.",
    params: z.object({ object: TimelineObject, recordId: z.uuid() }),
    query: z.object({
      kinds: z
        .string()
        .default("")
        .transform((list) => list.split(",").filter(Boolean))
        .pipe(z.array(TimelineKind)),
      /** Of an account: with all companies below it. */
      whole: z.stringbool().default(false),
      cursor: z.string().max(2000).optional(),
      limit: z.coerce.number().int().min(1).max(MAX_PAGE_SIZE).default(30),
    }),
    response: pageOf(TimelineEntry),
    errors: ["cursor_invalid"],
  }),
};
