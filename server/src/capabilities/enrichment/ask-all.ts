import type { House } from "../../platform/ledger/context.ts";
import { askSource } from "./ask-source.ts";
import type { Asked } from "./ask-source.ts";
import type { AskedCompany, ProviderAnswer } from "./domain/provider-answer.ts";
import { providerNamed } from "./shapes/enrichment-provider.ts";
import type { EnrichmentProvider } from "./shapes/enrichment-provider.ts";
import type { StoredSource } from "./queries/source-rows.ts";

/** What one source said about one company. */
export interface SourceSaid {
  readonly source: StoredSource;
  readonly answer: ProviderAnswer;
}

/** What became of asking: what was said about each company, in the order in which sources are believed, and who was silent. */
export interface AllAsked {
  readonly said: ReadonlyMap<string, readonly SourceSaid[]>;
  readonly silent: readonly {
    readonly source: StoredSource;
    readonly because: Exclude<Asked, { outcome: "answered" }>;
  }[];
}

/** Asks these sources about companies, all of them at the same time. One that fails or rests takes nothing from what others say. */
export async function askAll(
  house: Pick<House, "pool" | "clock">,
  sources: readonly StoredSource[],
  asked: readonly AskedCompany[],
): Promise<AllAsked> {
  const known = sources.flatMap((source) => {
    const provider = source.active ? providerNamed(source.provider) : undefined;
    return provider ? [{ source, provider }] : [];
  });
  const heard = await Promise.all(
    known.map(async ({ source, provider }) => ({ source, parts: await askInParts(house, provider, source.id, asked) })),
  );
  const said = new Map<string, SourceSaid[]>();
  const silent: AllAsked["silent"][number][] = [];
  for (const { source, parts } of heard) {
    for (const part of parts) {
      if (part.outcome !== "answered") silent.push({ source, because: part });
      else for (const [id, answer] of part.answers) said.set(id, [...(said.get(id) ?? []), { source, answer }]);
    }
  }
  return { said, silent };
}

/** As many at once as one question may be about; behind a failure nobody is asked any more. */
async function askInParts(
  house: Pick<House, "pool" | "clock">,
  provider: EnrichmentProvider,
  sourceId: string,
  asked: readonly AskedCompany[],
): Promise<Asked[]> {
  const parts: Asked[] = [];
  for (let at = 0; at < asked.length; at += provider.mostAsked) {
    const part = await askSource(house, provider, sourceId, asked.slice(at, at + provider.mostAsked));
    parts.push(part);
    if (part.outcome !== "answered") break;
  }
  return parts;
}
