import { companyNameKeys } from "../../accounts/index.ts";
import { chooseLine } from "../domain/choose-line.ts";
import { keysOfCompany } from "../domain/company-keys.ts";
import type { CompanyKey } from "../domain/company-keys.ts";
import { groupBy } from "../domain/group-by.ts";
import type { AskedCompany, ProviderAnswer } from "../domain/provider-answer.ts";
import { provideEnrichment } from "../shapes/enrichment-provider.ts";
import { findCurrentFile, findLines } from "../queries/reference-rows.ts";

/** The code of the provider that is a file of the company itself. */
export const REFERENCE_FILE = "reference_file";

const nameOf = ({ kind, value }: CompanyKey): string => `${kind} ${value}`;

/**
 * Knows what stands in a file that an administrator brought: a list of listed companies, of customers of the group, of a
 * register. Costs nothing.
 */
provideEnrichment({
  code: REFERENCE_FILE,
  timeoutMs: 10_000,
  retries: 1,
  mostAsked: 500,
  atOnce: 2,
  async ask({ house, sourceId, asked }) {
    const file = await findCurrentFile(house, sourceId);
    if (!file) return new Map(asked.map(({ id }) => [id, { outcome: "none", cost: null }]));
    const keys = new Map(asked.map((company) => [company.id, keysOf(company)]));
    const lines = await findLines(house, file.id, [...keys.values()].flat());
    const byKey = groupBy(lines, nameOf);
    return new Map(asked.map((company) => [company.id, answerOf(company)]));

    function answerOf(company: AskedCompany): ProviderAnswer {
      const found = (keys.get(company.id) ?? []).flatMap((key) => byKey.get(nameOf(key)) ?? []);
      const regionCode = company.regionCode ?? companyNameKeys(company.name)?.region ?? null;
      const chosen = chooseLine({ creditCode: company.creditCode, regionCode }, found);
      if (chosen.outcome === "none") return { outcome: "none", cost: null };
      if (chosen.outcome === "ambiguous") return { ...chosen, cost: null };
      return {
        outcome: "found",
        facts: found.find(({ line }) => line === chosen.line)?.facts ?? {},
        matchedBy: chosen.matchedBy,
        origin: { words: file?.fileName ?? "", version: file?.version ?? null, line: chosen.line },
        at: file?.at ?? house.clock.now(),
        cost: null,
      };
    }
  },
});

function keysOf({ name, creditCode }: AskedCompany): CompanyKey[] {
  const names = companyNameKeys(name);
  return keysOfCompany(creditCode, names === null ? [] : [names]);
}
