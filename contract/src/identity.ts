import { z } from "zod";
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

export const MergeSide = z.enum(["survivor", "merged"]);
export type MergeSide = z.infer<typeof MergeSide>;

/** How many rows of a kind move: identifiers, leads, opportunities … */
const Moving = z.object({ what: z.string(), count: z.int() });

/** One fact that differs, what both sides say, and which goes on by the rules. An owner is named. */
export const MergeChoice = z.object({
  field: MergeField,
  survivor: z.string().nullable(),
  merged: z.string().nullable(),
  side: MergeSide,
  because: z.enum(["only", "fuller", "newer", "survivor"]),
});
export type MergeChoice = z.infer<typeof MergeChoice>;

export const MergePreview = z.object({
  survivor: ContactRow,
  merged: ContactRow,
  choices: z.array(MergeChoice),
  moves: z.array(Moving),
  /** Pairs of open leads of one product line: the less far one of each gives way. */
  meetingLeads: z.int(),
});
export type MergePreview = z.infer<typeof MergePreview>;

/** A contact that goes on as another. */
export const PastMerge = z.object({
  contactId: z.uuid(),
  name: z.string().nullable(),
  /** Into which it was merged; itself merged further when that is not the contact asked about. */
  intoId: z.uuid(),
  at: z.iso.datetime(),
  by: z.object({ id: z.uuid(), name: z.string() }).nullable(),
});
export type PastMerge = z.infer<typeof PastMerge>;

export const UnmergePreview = z.object({
  moves: z.array(Moving),
  /** Facts that the survivor gets back. */
  givenBack: z.array(MergeField),
});
export type UnmergePreview = z.infer<typeof UnmergePreview>;

const contactParams = z.object({ contactId: z.uuid() });
const sides = z.object({ survivorId: z.uuid(), mergedId: z.uuid() });

export const identity = {
  previewMerge: endpoint({
    id: "identity.previewMerge",
    method: "POST",
    path: "/contact-merge-previews",
    summary: "What merging two contacts would do: which values go on and why, and what moves.",
    body: sides,
    response: MergePreview,
    errors: ["same_contact", "merged_already"],
  }),
  merge: endpoint({
    id: "identity.mergeContacts",
    method: "POST",
    path: "/contact-merges",
    summary: "Lets one contact go on as another; can be taken back at any later time.",
    body: sides.extend({ take: z.array(MergeField) }),
    response: z.object({ contactId: z.uuid() }),
    errors: ["same_contact", "merged_already"],
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
};
