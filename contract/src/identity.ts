import { z } from "zod";
import { Account } from "./accounts.ts";
import { ContactRow } from "./contacts.ts";
import { endpoint } from "./endpoint.ts";

/** A fact of a contact that a merge chooses between. */
export const MergeField = z.enum([
  "name",
  "title",
  "jobFunction",
  "jobLevel",
  "regionCode",
  "language",
  "note",
  "ownerId",
]);
export type MergeField = z.infer<typeof MergeField>;

/** A fact of a company or household that a merge chooses between. */
export const AccountMergeField = z.enum([
  "name",
  "confirmed",
  "industryCode",
  "regionCode",
  "sizeBand",
  "tier",
  "website",
  "address",
  "note",
  "ownerId",
]);
export type AccountMergeField = z.infer<typeof AccountMergeField>;

export const MergeSide = z.enum(["survivor", "merged"]);
export type MergeSide = z.infer<typeof MergeSide>;

/** How many rows of a kind move: identifiers, leads, opportunities … */
const Moving = z.object({ what: z.string(), count: z.int() });

/** Why a side's value goes on: only one says something, one says more, or one is newer. */
export const ChoiceReason = z.enum(["only", "fuller", "newer", "survivor"]);
export type ChoiceReason = z.infer<typeof ChoiceReason>;

/** One fact that differs, what both sides say, and which goes on by the rules. An owner is named. */
const choiceOf = <Field extends z.ZodEnum>(field: Field) =>
  z.object({
    field,
    survivor: z.string().nullable(),
    merged: z.string().nullable(),
    side: MergeSide,
    because: ChoiceReason,
  });
export const MergeChoice = choiceOf(MergeField);
export type MergeChoice = z.infer<typeof MergeChoice>;
export const AccountMergeChoice = choiceOf(AccountMergeField);
export type AccountMergeChoice = z.infer<typeof AccountMergeChoice>;

export const MergePreview = z.object({
  survivor: ContactRow,
  merged: ContactRow,
  choices: z.array(MergeChoice),
  moves: z.array(Moving),
  /** Pairs of open leads of one product line: the less far one of each gives way. */
  meetingLeads: z.int(),
});
export type MergePreview = z.infer<typeof MergePreview>;

export const AccountMergePreview = z.object({
  survivor: Account,
  merged: Account,
  choices: z.array(AccountMergeChoice),
  moves: z.array(Moving),
  /** Both have a credit code and not the same: they are registered as two. */
  creditCodesDiffer: z.boolean(),
  /** The survivor stands somewhere below the other, which therefore cannot go on as it. */
  survivorStandsBelow: z.boolean(),
  mergedStandsBelow: z.boolean(),
});
export type AccountMergePreview = z.infer<typeof AccountMergePreview>;

/** A record that goes on as another. */
export const PastMerge = z.object({
  recordId: z.uuid(),
  name: z.string().nullable(),
  /** Into which it was merged; itself merged further when that is not the record asked about. */
  intoId: z.uuid(),
  at: z.iso.datetime(),
  by: z.object({ id: z.uuid(), name: z.string() }).nullable(),
});
export type PastMerge = z.infer<typeof PastMerge>;

const unmergePreviewOf = <Field extends z.ZodEnum>(field: Field) =>
  z.object({
    moves: z.array(Moving),
    /** Facts that the survivor gets back. */
    givenBack: z.array(field),
  });
export const UnmergePreview = unmergePreviewOf(MergeField);
export type UnmergePreview = z.infer<typeof UnmergePreview>;
export const AccountUnmergePreview = unmergePreviewOf(AccountMergeField);
export type AccountUnmergePreview = z.infer<typeof AccountUnmergePreview>;

const contactParams = z.object({ contactId: z.uuid() });
const accountParams = z.object({ accountId: z.uuid() });
const sides = z.object({ survivorId: z.uuid(), mergedId: z.uuid() });

export const identity = {
  previewMerge: endpoint({
    id: "identity.previewMerge",
    method: "POST",
    path: "/contact-merge-previews",
    summary: "What merging two contacts would do: which values go on and why, and what moves.",
    body: sides,
    response: MergePreview,
    errors: ["same_record", "merged_already"],
  }),
  merge: endpoint({
    id: "identity.mergeContacts",
    method: "POST",
    path: "/contact-merges",
    summary: "Lets one contact go on as another; can be taken back at any later time.",
    body: sides.extend({ take: z.array(MergeField) }),
    response: z.object({ contactId: z.uuid() }),
    errors: ["same_record", "merged_already"],
  }),
  listMerges: endpoint({
    id: "identity.listMerges",
    method: "GET",
    path: "/contacts/:contactId/merges",
    summary: "Who goes on as this contact, by any number of steps, the newest first.",
    params: contactParams,
    response: z.array(PastMerge),
  }),
  previewUnmerge: endpoint({
    id: "identity.previewUnmerge",
    method: "GET",
    path: "/contacts/:contactId/unmerge-preview",
    summary: "What goes with a merged contact when it becomes one of its own again.",
    params: contactParams,
    response: UnmergePreview,
    errors: ["not_merged"],
  }),
  unmerge: endpoint({
    id: "identity.unmergeContact",
    method: "POST",
    path: "/contacts/:contactId/unmerge",
    summary: "Makes a merged contact one of its own again, with all that has its home there.",
    params: contactParams,
    response: z.object({ contactId: z.uuid() }),
    errors: ["not_merged", "changed_meanwhile"],
  }),
  previewAccountMerge: endpoint({
    id: "identity.previewAccountMerge",
    method: "POST",
    path: "/account-merge-previews",
    summary: "What merging two companies or households would do, what moves, and what speaks against it.",
    body: sides,
    response: AccountMergePreview,
    errors: ["same_record", "merged_already", "different_kinds"],
  }),
  mergeAccounts: endpoint({
    id: "identity.mergeAccounts",
    method: "POST",
    path: "/account-merges",
    summary: "Lets one company or household go on as another; can be taken back at any later time.",
    body: sides.extend({ take: z.array(AccountMergeField) }),
    response: accountParams,
    errors: ["same_record", "merged_already", "different_kinds", "survivor_stands_below"],
  }),
  listAccountMerges: endpoint({
    id: "identity.listAccountMerges",
    method: "GET",
    path: "/accounts/:accountId/merges",
    summary: "What goes on as this company or household, by any number of steps, the newest first.",
    params: accountParams,
    response: z.array(PastMerge),
  }),
  previewAccountUnmerge: endpoint({
    id: "identity.previewAccountUnmerge",
    method: "GET",
    path: "/accounts/:accountId/unmerge-preview",
    summary: "What goes with a merged company or household when it becomes one of its own again.",
    params: accountParams,
    response: AccountUnmergePreview,
    errors: ["not_merged"],
  }),
  unmergeAccount: endpoint({
    id: "identity.unmergeAccount",
    method: "POST",
    path: "/accounts/:accountId/unmerge",
    summary: "Makes a merged company or household one of its own again, with all that has its home there.",
    params: accountParams,
    response: accountParams,
    errors: ["not_merged", "changed_meanwhile"],
  }),
};
