import { z } from "zod";
import { endpoint } from "./endpoint.ts";

/** What can be set for somebody on an account: nothing here, seeing all but contact details, or following it (R-ACC-1). */
export const RIGHT_LEVELS = ["none", "view", "follow"] as const;
export const RightLevel = z.enum(RIGHT_LEVELS);
export type RightLevel = z.infer<typeof RightLevel>;

/** A person or a team; a team stands for everybody in it and below. */
export const Holder = z.object({ kind: z.enum(["person", "team"]), id: z.uuid() });
export type Holder = z.infer<typeof Holder>;

/** An account above this one; its name is null where the viewer may not read it. */
const From = z.object({ id: z.uuid(), name: z.string().nullable() });

export const GivenRight = z.object({
  holder: Holder.extend({ name: z.string() }),
  level: RightLevel,
  /** What they are for the customer: 售前, 客户成功. */
  part: z.string().nullable(),
  since: z.iso.datetime(),
  givenById: z.uuid().nullable(),
  /** Set on a company above and inherited; null: set here. */
  from: From.nullable(),
});
export type GivenRight = z.infer<typeof GivenRight>;

/** Somebody who may do something with an account without having been given it: by what they own. */
export const OwningRight = z.object({
  personId: z.uuid(),
  name: z.string(),
  /** The account above that they own; null: this one. */
  from: From.nullable(),
});

/** Somebody who helps with opportunities of the account, and with which of those that the viewer may read. */
export const Collaborating = z.object({
  personId: z.uuid(),
  name: z.string(),
  opportunities: z.array(z.object({ id: z.uuid(), name: z.string() })),
});

export const AccountRights = z.object({
  owner: OwningRight.nullable(),
  given: z.array(GivenRight),
  collaborators: z.array(Collaborating),
  /** The territories it lies in, with who works there. */
  territories: z.array(z.object({ id: z.uuid(), name: z.string(), holder: z.string() })),
  /** Whether the viewer may give rights on this account. */
  mayGive: z.boolean(),
});
export type AccountRights = z.infer<typeof AccountRights>;

export const Collaborator = z.object({
  personId: z.uuid(),
  name: z.string(),
  since: z.iso.datetime(),
  givenById: z.uuid().nullable(),
});
export type Collaborator = z.infer<typeof Collaborator>;

/** Percent with at most two digits behind the point; the shares of a split make exactly 100. */
export const CreditShare = z.object({ personId: z.uuid(), percent: z.number().gt(0).max(100).multipleOf(0.01) });
export type CreditShare = z.infer<typeof CreditShare>;

const NamedShares = z.array(CreditShare.extend({ name: z.string() }));

/** How results are shared. */
export const Credit = z.object({
  /** The largest share first; empty: nothing was agreed, and the owner has it all. */
  shares: NamedShares,
  since: z.iso.datetime().nullable(),
  givenById: z.uuid().nullable(),
  /** Agreed on the account of the opportunity, or on a company above; null: here. */
  from: From.nullable(),
  /** What was agreed here before, the newest first. */
  past: z.array(z.object({ shares: NamedShares, since: z.iso.datetime(), until: z.iso.datetime() })),
  /** Whether the viewer may agree on it: whoever may give the record on. */
  mayGive: z.boolean(),
});
export type Credit = z.infer<typeof Credit>;

const Shares = z.array(CreditShare).max(20);
const shareChange = z.object({ shares: z.object({ from: Shares, to: Shares }) });

const accountParams = z.object({ accountId: z.uuid() });
const opportunityParams = z.object({ opportunityId: z.uuid() });

export const rights = {
  show: endpoint({
    id: "rights.showAccountRights",
    method: "GET",
    path: "/accounts/:accountId/rights",
    summary: "Who may do what with an account, and where each right comes from.",
    params: accountParams,
    response: AccountRights,
  }),
  set: endpoint({
    id: "rights.setAccountRight",
    method: "PUT",
    path: "/accounts/:accountId/rights",
    summary: "Gives a person or team a right on an account and all below it; null takes away what was set here.",
    params: accountParams,
    body: z.object({
      holder: Holder,
      level: z.object({ from: RightLevel.nullable(), to: RightLevel.nullable() }),
      part: z.string().trim().min(1).max(40).nullable().default(null),
    }),
    response: AccountRights,
    errors: ["right_holder_missing", "right_of_owner", "right_cuts_nothing", "changed_meanwhile"],
  }),
  collaborators: endpoint({
    id: "rights.listCollaborators",
    method: "GET",
    path: "/opportunities/:opportunityId/collaborators",
    summary: "Who collaborates on an opportunity.",
    params: opportunityParams,
    response: z.object({ collaborators: z.array(Collaborator), mayGive: z.boolean() }),
  }),
  setCollaborators: endpoint({
    id: "rights.setCollaborators",
    method: "PUT",
    path: "/opportunities/:opportunityId/collaborators",
    summary: "Adds people who see an opportunity and its account and may write activities on it, or takes some away.",
    params: opportunityParams,
    body: z
      .object({ add: z.array(z.uuid()).max(20).default([]), remove: z.array(z.uuid()).max(20).default([]) })
      .refine(({ add, remove }) => add.length + remove.length > 0),
    response: z.object({ added: z.int(), removed: z.int() }),
    errors: ["right_holder_missing", "collaborator_owns"],
  }),
  accountCredit: endpoint({
    id: "rights.showAccountCredit",
    method: "GET",
    path: "/accounts/:accountId/credit",
    summary: "How the results of an account are shared.",
    params: accountParams,
    response: Credit,
  }),
  setAccountCredit: endpoint({
    id: "rights.setAccountCredit",
    method: "PUT",
    path: "/accounts/:accountId/credit",
    summary: "Agrees how the results of an account and all below it are shared; no shares end what was agreed here.",
    params: accountParams,
    body: shareChange,
    response: Credit,
    errors: ["credit_not_100", "right_holder_missing", "changed_meanwhile"],
  }),
  opportunityCredit: endpoint({
    id: "rights.showOpportunityCredit",
    method: "GET",
    path: "/opportunities/:opportunityId/credit",
    summary: "How the result of an opportunity is shared.",
    params: opportunityParams,
    response: Credit,
  }),
  setOpportunityCredit: endpoint({
    id: "rights.setOpportunityCredit",
    method: "PUT",
    path: "/opportunities/:opportunityId/credit",
    summary: "Agrees how the result of an opportunity is shared; no shares: as its account says.",
    params: opportunityParams,
    body: shareChange,
    response: Credit,
    errors: ["credit_not_100", "right_holder_missing", "changed_meanwhile"],
  }),
};
