import { fewAtOnce } from "../../platform/ledger/few-at-once.ts";
import type { House } from "../../platform/ledger/context.ts";
import { describeError } from "../../platform/log/describe-error.ts";
import { breakerState } from "./domain/breaker.ts";
import type { AskedCompany, ProviderAnswer } from "./domain/provider-answer.ts";
import type { EnrichmentProvider } from "./shapes/enrichment-provider.ts";
import { healthOf, noteAnswer, noteFailure, takeTrial } from "./queries/health-rows.ts";

/** What a source said, or why it said nothing. */
export type Asked =
  | { readonly outcome: "answered"; readonly answers: ReadonlyMap<string, ProviderAnswer> }
  | { readonly outcome: "failed"; readonly code: "timeout" | "error" }
  | { readonly outcome: "resting"; readonly until: Date };

/** Between two tries; twice as long each time. */
const FIRST_PAUSE_MS = 200;

class TooSlow extends Error {
  constructor(milliseconds: number) {
    super(`no answer within ${milliseconds} ms`);
  }
}

/**
 * Puts a question to a source, outside of any transaction: a few at a time, each with a limit of time and tried again a few
 * times. A source that fails again and again is left alone for a while, by all processes; then one question decides.
 * Never throws for what the provider does.
 */
export async function askSource(
  house: Pick<House, "pool" | "clock">,
  provider: EnrichmentProvider,
  sourceId: string,
  asked: readonly AskedCompany[],
): Promise<Asked> {
  return fewAtOnce(house.pool, { name: `enrichment ${sourceId}`, atOnce: provider.atOnce }, async () => {
    const health = await healthOf(house, sourceId);
    const state = breakerState(health, house.clock.now());
    if (state === "resting") return { outcome: "resting", until: health.restsUntil ?? house.clock.now() };
    const isTrial = state === "trying";
    if (isTrial && !(await takeTrial(house, sourceId, provider.timeoutMs))) {
      return { outcome: "resting", until: new Date(house.clock.now().getTime() + provider.timeoutMs) };
    }
    return askAgain(house, provider, sourceId, asked, isTrial ? 0 : provider.retries);
  });
}

async function askAgain(
  house: Pick<House, "pool" | "clock">,
  provider: EnrichmentProvider,
  sourceId: string,
  asked: readonly AskedCompany[],
  retries: number,
): Promise<Asked> {
  for (let attempt = 0; ; attempt++) {
    try {
      const answers = await answerWithin(house, provider, sourceId, asked);
      const costs = [...answers.values()].flatMap(({ cost }) => cost ?? []);
      const answered = [...answers.values()].filter(({ outcome }) => outcome === "found").length;
      await noteAnswer(house, sourceId, { asked: asked.length, answered, costs });
      return { outcome: "answered", answers };
    } catch (error) {
      if (attempt < retries) {
        await new Promise((resolve) => setTimeout(resolve, FIRST_PAUSE_MS * 2 ** attempt));
        continue;
      }
      const code = error instanceof TooSlow ? "timeout" : "error";
      const { message, type } = describeError(error);
      await noteFailure(house, sourceId, { code, detail: String(message ?? type) });
      return { outcome: "failed", code };
    }
  }
}

/** The answer, unless it takes too long: a provider that does not hear the signal is not waited for either. */
async function answerWithin(
  house: Pick<House, "pool" | "clock">,
  provider: EnrichmentProvider,
  sourceId: string,
  asked: readonly AskedCompany[],
): Promise<ReadonlyMap<string, ProviderAnswer>> {
  const listening = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TooSlow(provider.timeoutMs)), provider.timeoutMs);
  });
  try {
    return await Promise.race([provider.ask({ house, sourceId, asked, signal: listening.signal }), late]);
  } finally {
    clearTimeout(timer);
    listening.abort();
  }
}
