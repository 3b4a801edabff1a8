import type { AccountEnrichment, FilledFact } from "@tongzhou/contract/enrichment";
import { ENRICHED_FIELDS } from "@tongzhou/contract/enrichment";
import type { Viewing } from "../../platform/access/acting.ts";
import type { Viewer } from "../../platform/access/viewer.ts";
import { NotFound } from "../../platform/problems/refusal.ts";
import { readAccount, readFilledAccounts } from "../accounts/index.ts";
import { presentFields } from "./present-fields.ts";
import type { FilledRow } from "./queries/filled-rows.ts";
import { findSources } from "./queries/source-rows.ts";

/** Which fields of an account stand as enrichment wrote them. @throws NotFound for one that the viewer may not read. */
export async function showFilled(viewing: Viewing, accountId: string): Promise<AccountEnrichment> {
  const seen = await readAccount(viewing, accountId);
  if (!seen) throw new NotFound();
  const sources = await findSources(viewing);
  const accounts = await readFilledAccounts(viewing, [accountId]);
  const present = (await presentFields(viewing, [...accounts.values()])).get(accountId);
  const filled = ENRICHED_FIELDS.flatMap((field) => present?.[field].filled ?? []);
  const isAsked = seen.kind === "company" && seen.mergedIntoId === null && sources.some(({ active }) => active);
  return { canAsk: isAsked, filled: filled.map((row) => presentFilled(viewing.viewer, row)) };
}

function presentFilled({ snapshot }: Viewer, row: FilledRow): FilledFact {
  const { field, sourceName, origin, matchedBy, answeredAt, filledAt, filledById, costMinor, currency } = row;
  return {
    field,
    sourceName,
    origin,
    matchedBy,
    answeredAt: answeredAt.toISOString(),
    filledAt: filledAt.toISOString(),
    filledByName: filledById === null ? null : (snapshot.people.get(filledById)?.name ?? null),
    cost: costMinor === null || currency === null ? null : { minor: costMinor, currency },
  };
}
