import type { House } from "../../../platform/ledger/context.ts";
import type { AskedCompany, ProviderAnswer } from "../domain/provider-answer.ts";

/** What a provider is given. It may take as long as it likes: whoever asks stops listening after `timeoutMs`. */
export interface Question {
  readonly house: Pick<House, "pool" | "clock">;
  readonly sourceId: string;
  readonly asked: readonly AskedCompany[];
  /** Aborted when nobody listens any more. */
  readonly signal: AbortSignal;
}

/**
 * Somebody who knows facts about companies: a file of the house, a service that is paid by the question. It answers with values in the spelling of the fields, where it has them from, when, and what that cost.
 */
export interface EnrichmentProvider {
  /** `reference_file`; kept for ever. */
  readonly code: string;
  /** How long an answer may take. */
  readonly timeoutMs: number;
  /** How often a question that failed is put again before it counts as a failure. */
  readonly retries: number;
  /** How many records one question may be about. */
  readonly mostAsked: number;
  /** How many questions it is asked at once by one process. */
  readonly atOnce: number;
  /** What is known of each company, by its id; one that is left out is not known. */
  ask(question: Question): Promise<ReadonlyMap<string, ProviderAnswer>>;
}

const providers = new Map<string, EnrichmentProvider>();

/** Makes a provider known, when its file is loaded. */
export function provideEnrichment(provider: EnrichmentProvider): void {
  providers.set(provider.code, provider);
}

/** The provider of a source; undefined for one that this version of the program no longer has. */
export const providerNamed = (code: string): EnrichmentProvider | undefined => providers.get(code);
