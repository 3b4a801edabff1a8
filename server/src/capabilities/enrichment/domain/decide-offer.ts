import type { MatchedBy, OfferState } from "@tongzhou/contract/enrichment";

/** A field as it is now, and whose value that is. */
export interface PresentField {
  readonly value: string | null;
  /**
   * `enrichment`: as the last enrichment wrote it and nobody touched it since; `person`: somebody typed, imported or chose
   * it; `nobody`: blank, and enrichment never wrote here; `cleared`: blank because somebody took away what enrichment wrote.
   */
  readonly by: "person" | "enrichment" | "nobody" | "cleared";
}

/** What an offered value is to a field: only `fills` and `replaces` are ever written without a person who asks for it. */
export function decideOffer(present: PresentField, offered: string): OfferState {
  if (present.value === offered) return "same";
  if (present.value === null) return present.by === "cleared" ? "cleared" : "fills";
  return present.by === "enrichment" ? "replaces" : "differs";
}

/**
 * Whether the house writes such an offer by itself. A name is a person's choice of words, whoever it came from; and who was
 * found by a brand alone may be somebody else.
 */
export const isWrittenUnasked = (field: string, state: OfferState, matchedBy: MatchedBy): boolean =>
  field !== "name" && matchedBy !== "brand" && (state === "fills" || state === "replaces");
