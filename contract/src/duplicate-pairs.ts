import { z } from "zod";
import { endpoint } from "./endpoint.ts";
import { MergePreview } from "./identity.ts";

/** What one side of a pair is called. Null for 未具名. */
const Side = z.object({ id: z.uuid(), name: z.string().nullable(), company: z.string().nullable() });

export const PairRow = z.object({
  id: z.uuid(),
  first: Side,
  second: Side,
  /** How likely they are one, 0 to 1; null until it was weighed. */
  probability: z.number().nullable(),
  /** Somebody put it off: it waits behind the others. */
  isLater: z.boolean(),
});
export type PairRow = z.infer<typeof PairRow>;

/** A field, or: one record brought identifiers of both, what those share who live or work together, what is hidden here. */
export const EvidenceOf = z.enum([
  "given",
  "surname",
  "birth",
  "organisation",
  "phone",
  "mail",
  "id",
  "address",
  "postcode",
  "city",
  "region",
  "together",
  "shared",
  "hidden",
]);
export type EvidenceOf = z.infer<typeof EvidenceOf>;

export const EvidenceLine = z.object({
  of: EvidenceOf,
  /** From 1, the same, to `levels`, different. */
  level: z.int(),
  levels: z.int(),
  /** Above 0 for one person, below for two; ten bits are a thousand to one. */
  bits: z.number(),
  /** Of a given name: how many contacts go by the whole name that both have. */
  holders: z.int().nullable(),
});
export type EvidenceLine = z.infer<typeof EvidenceLine>;

export const Pair = z.object({
  id: z.uuid(),
  /** `capture`: one record brought identifiers of both. `person`: taken apart before. `matcher`: by what they say of themselves. */
  foundBy: z.enum(["capture", "person", "matcher"]),
  at: z.iso.datetime(),
  lines: z.array(EvidenceLine),
  /** The sum of the lines, and what is so of any two records before they are looked at; both in bits. */
  bits: z.number(),
  prior: z.number(),
  probability: z.number(),
  /** What merging them would do; the older record goes on. */
  preview: MergePreview,
});
export type Pair = z.infer<typeof Pair>;

export const PairVerdict = z.enum(["different", "later"]);
export type PairVerdict = z.infer<typeof PairVerdict>;

/** Of more pairs that matching found it is known that they are more. */
export const MOST_PAIRS_COUNTED = 1000;

/** From which probabilities on pairs may be merged together: steps that people can remember, all likelier than not by far. */
export const LIKELY_STEPS = [0.9, 0.95, 0.99, 0.999] as const;

/** What merging all waiting pairs from a probability on would do: of the likeliest pairs, as many as the list shows. */
export const LikelyMerges = z.object({
  /** How many contacts would go on as another. */
  merges: z.int(),
  /** Into how many. */
  groups: z.int(),
  /** Pairs that stay, because somebody third contradicts them. */
  held: z.int(),
  /** The first groups: who goes on, then who goes on as them. */
  shown: z.array(z.array(z.object({ id: z.uuid(), name: z.string().nullable() }))),
});
export type LikelyMerges = z.infer<typeof LikelyMerges>;

const pairParams = z.object({ pairId: z.uuid() });

export const duplicatePairs = {
  list: endpoint({
    id: "identity.listPairs",
    method: "GET",
    path: "/duplicate-pairs",
    summary: "Pairs of contacts that may be one person and that the viewer may edit, the likeliest first.",
    response: z.object({
      /** The first of them; the rest comes up as they are judged. */
      rows: z.array(PairRow),
      waiting: z.int(),
    }),
  }),
  count: endpoint({
    id: "identity.countPairs",
    method: "GET",
    path: "/duplicate-pairs/count",
    summary: "How many pairs wait for the viewer's judgement.",
    response: z.object({ waiting: z.int() }),
  }),
  show: endpoint({
    id: "identity.showPair",
    method: "GET",
    path: "/duplicate-pairs/:pairId",
    summary: "One pair: what speaks for and against, and what merging would do.",
    params: pairParams,
    response: Pair,
    errors: ["pair_decided"],
  }),
  previewLikely: endpoint({
    id: "identity.previewLikelyMerges",
    method: "GET",
    path: "/duplicate-pairs/likely-merges",
    summary: "What merging all waiting pairs from a probability on would do.",
    query: z.object({ from: z.coerce.number().min(LIKELY_STEPS[0]).max(1) }),
    response: LikelyMerges,
  }),
  mergeLikely: endpoint({
    id: "identity.mergeLikely",
    method: "POST",
    path: "/duplicate-pairs/likely-merges",
    summary: "Merges all waiting pairs from a probability on, as one act that can be undone.",
    body: z.object({
      from: z.number().min(LIKELY_STEPS[0]).max(1),
      /** As the preview said; others by now are refused. */
      merges: z.int().min(1),
    }),
    response: z.object({ merges: z.int() }),
    errors: ["pairs_changed"],
  }),
  judge: endpoint({
    id: "identity.judgePair",
    method: "POST",
    path: "/duplicate-pairs/:pairId/verdicts",
    summary: "Says that two contacts are two people, which is never asked again, or puts the question off.",
    params: pairParams,
    body: z.object({ verdict: PairVerdict }),
    response: z.object({ pairId: z.uuid() }),
    errors: ["pair_decided"],
  }),
};
