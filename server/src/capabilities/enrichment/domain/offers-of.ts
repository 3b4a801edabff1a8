import { ENRICHED_FIELDS } from "@tongzhou/contract/enrichment";
import type { EnrichedField } from "@tongzhou/contract/enrichment";
import type { ProviderAnswer } from "./provider-answer.ts";

type Found = Extract<ProviderAnswer, { outcome: "found" }>;

/** Something a source knows about a field. */
export interface OfferedFact<Source = { readonly id: string; readonly name: string }> {
  readonly field: EnrichedField;
  readonly offered: string;
  readonly source: Source;
  readonly answer: Found;
}

/** One offer for each field that any source knows: the first in order is believed, who found it by a brand alone after all others. */
export function offersOf<Source>(
  said: readonly { readonly source: Source; readonly answer: ProviderAnswer }[],
): OfferedFact<Source>[] {
  const isUnsure = ({ answer }: { readonly answer: ProviderAnswer }): boolean =>
    answer.outcome === "found" && answer.matchedBy === "brand";
  const believed = [...said.filter((each) => !isUnsure(each)), ...said.filter(isUnsure)];
  return ENRICHED_FIELDS.flatMap((field) => {
    for (const { source, answer } of believed) {
      const offered = answer.outcome === "found" ? answer.facts[field] : undefined;
      if (offered !== undefined && answer.outcome === "found") return [{ field, offered, source, answer }];
    }
    return [];
  });
}
