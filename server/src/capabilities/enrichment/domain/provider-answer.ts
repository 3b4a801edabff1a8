import type { Cost, EnrichedField, FactOrigin, MatchedBy } from "@tongzhou/contract/enrichment";

/** A company that somebody is asked about. */
export interface AskedCompany {
  readonly id: string;
  readonly name: string;
  readonly creditCode: string | null;
  readonly regionCode: string | null;
  readonly website: string | null;
}

/** Facts as fields of an account; a field that is not known is left out. */
export type KnownFacts = { readonly [Field in EnrichedField]?: string };

/** What somebody knows about one company. */
export type ProviderAnswer =
  | {
      readonly outcome: "found";
      readonly facts: KnownFacts;
      readonly matchedBy: MatchedBy;
      readonly origin: FactOrigin;
      /** When they knew it: the version of a file, the day of an inquiry. */
      readonly at: Date;
      readonly cost: Cost | null;
    }
  /** Several companies may be meant, so nothing is said about any. */
  | {
      readonly outcome: "ambiguous";
      readonly matchedBy: MatchedBy;
      readonly candidates: readonly string[];
      readonly cost: Cost | null;
    }
  | { readonly outcome: "none"; readonly cost: Cost | null };
