import { z } from "zod";
import { endpoint } from "./endpoint.ts";
import { TouchKind } from "./touch-kinds.ts";

const Text = (max: number) => z.string().trim().min(1).max(max);

/** By what a person is met: a phone as it is written, a mailbox, a WeChat id, an id in another system. */
export const GivenIdentifier = z.object({ kind: z.string().min(1).max(80), value: Text(200) });

/** A lead as somebody types it in, or as another system sends it. */
export const NewLead = z.object({
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

export const capture = {
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
