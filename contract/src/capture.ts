import { z } from "zod";
import { endpoint } from "./endpoint.ts";
import { NewFieldValues } from "./fields.ts";
import { LeadStage, Pool } from "./lead-stages.ts";
import { TouchKind } from "./touch-kinds.ts";

const Text = (max: number) => z.string().trim().min(1).max(max);

/** By what a person is met: a phone as it is written, a mailbox, a WeChat id, an id in another system. */
export const GivenIdentifier = z.object({ kind: z.string().min(1).max(80), value: Text(200) });

/** A lead as somebody types it in, or as another system sends it. */
export const NewLead = z.object({
  /** Values of fields the company added to leads. */
  custom: NewFieldValues.optional(),
  name: Text(200).nullable().default(null),
  identifiers: z.array(GivenIdentifier).max(20).default([]),
  title: Text(120).nullable().default(null),
  jobFunction: Text(60).nullable().default(null),
  jobLevel: Text(60).nullable().default(null),
  company: Text(200).nullable().default(null),
  creditCode: Text(40).nullable().default(null),
  productLineId: z.uuid().nullable().default(null),
  campaignId: z.uuid().nullable().default(null),
  source: Text(120).nullable().default(null),
  note: Text(2000).nullable().default(null),
  /** True: the lead is the caller's own at once, graded and not routed. False: it is judged and routed like any other. */
  mine: z.boolean().default(false),
  /** What the customer did by it, when they did something. */
  touch: z
    .object({ kind: TouchKind, channel: Text(60).nullable().default(null), title: Text(200).nullable().default(null) })
    .nullable()
    .default(null),
});
export type NewLead = z.infer<typeof NewLead>;

/**
 * What became of it. `opened`: a new lead; `touched`: the open lead of this person goes on; `woken`: a lead begins anew;
 * `told`: the owner of a running opportunity was told; `kept`: only the touch was kept.
 */
export const CaptureAnswer = z.object({
  outcome: z.enum(["opened", "touched", "woken", "told", "kept"]),
  leadId: z.uuid(),
  contactId: z.uuid(),
  accountId: z.uuid().nullable(),
  newContact: z.boolean(),
  newAccount: z.boolean(),
});
export type CaptureAnswer = z.infer<typeof CaptureAnswer>;

const Named = z.object({ id: z.uuid(), name: z.string() });

/** What somebody has typed of a customer so far. */
export const TypedCustomer = z.object({
  phone: Text(200).nullable().default(null),
  email: Text(200).nullable().default(null),
  company: Text(200).nullable().default(null),
});
export type TypedCustomer = z.infer<typeof TypedCustomer>;

/** An open lead of a customer that is known already: how far it is and who has it. */
export const KnownLead = z.object({
  id: z.uuid(),
  stage: LeadStage,
  productLine: Named.nullable(),
  ownerName: z.string().nullable(),
  /** Where it waits while nobody has it. */
  pool: Pool.nullable(),
});
export type KnownLead = z.infer<typeof KnownLead>;

/** The person that a typed number or address belongs to, as far as the viewer may see. */
export const KnownContact = z.object({
  id: z.uuid(),
  name: z.string().nullable(),
  company: z.string().nullable(),
  ownerName: z.string().nullable(),
  /** By which of the typed values they were recognised. */
  metBy: z.enum(["phone", "email"]),
  /** Their phone, masked as the viewer's rights say; null when there is none or it is hidden. */
  phone: z.string().nullable(),
  openLeads: z.array(KnownLead),
});
export type KnownContact = z.infer<typeof KnownContact>;

export const KnownAccount = z.object({ id: z.uuid(), name: z.string(), ownerName: z.string().nullable() });

/** Who of what was typed is here already; null: nobody that the viewer may know of. */
export const KnownCustomer = z.object({ contact: KnownContact.nullable(), account: KnownAccount.nullable() });
export type KnownCustomer = z.infer<typeof KnownCustomer>;

export const capture = {
  recognise: endpoint({
    id: "capture.recogniseCustomer",
    method: "POST",
    path: "/leads/recognitions",
    summary:
      "Says whether a customer who is being typed in is here already: by a whole phone number, mailbox or company name, within the viewer's rights.",
    body: TypedCustomer,
    response: KnownCustomer,
    errors: ["recognition_limit"],
  }),
  create: endpoint({
    id: "capture.createLead",
    method: "POST",
    path: "/leads",
    summary:
      "Takes a lead in by the one door: the person and company are found or made, the lead is judged and routed.",
    body: NewLead,
    response: CaptureAnswer,
    errors: ["open_lead_exists", "campaign_missing", "product_line_missing"],
  }),
};
