import type { EnrichedField } from "@tongzhou/contract/enrichment";
import type { Context, ReadContext } from "../../platform/ledger/context.ts";
import { fillAccountFacts, lockForFilling, readFilledAccounts } from "../accounts/index.ts";
import type { AccountFill, FilledAccount } from "../accounts/index.ts";
import type { SourceSaid } from "./ask-all.ts";
import { decideOffer, isWrittenUnasked } from "./domain/decide-offer.ts";
import { offersOf } from "./domain/offers-of.ts";
import type { OfferedFact } from "./domain/offers-of.ts";
import { presentFields } from "./present-fields.ts";
import { insertFilled } from "./queries/filled-rows.ts";

/** What was said about companies, by their ids. */
export type SaidAboutCompanies = ReadonlyMap<string, readonly SourceSaid[]>;

/** What filling wrote. */
export interface Filled {
  readonly values: number;
  readonly accounts: number;
}

interface Write extends OfferedFact {
  readonly accountId: string;
}

/** Whether anything of what was said would be written: of most companies nothing is new. */
export async function wouldFill(context: Pick<ReadContext, "tx">, said: SaidAboutCompanies): Promise<boolean> {
  const accounts = await readFilledAccounts(context, [...said.keys()]);
  return (await unaskedWrites(context, [...accounts.values()], said)).length > 0;
}

/**
 * Writes what sources said into fields that are blank or stand as enrichment wrote them before, and where each value came
 * from. What a person wrote, and the name, stay. Credit codes that another account has are left alone.
 */
export async function fillCompanies(context: Context, said: SaidAboutCompanies): Promise<Filled> {
  const codes = [...said.values()].flat().flatMap(({ answer }) => codeOf(answer));
  const { accounts, holders } = await lockForFilling(context, [...said.keys()].toSorted(), [...new Set(codes)]);
  const given = new Set<string>();
  const writes = (await unaskedWrites(context, [...accounts.values()], said)).filter(({ field, offered }) => {
    if (field !== "creditCode") return true;
    if (holders.has(offered) || given.has(offered)) return false;
    given.add(offered);
    return true;
  });
  await writeFacts(context, writes);
  return { values: writes.length, accounts: new Set(writes.map(({ accountId }) => accountId)).size };
}

const codeOf = (answer: SourceSaid["answer"]): string[] =>
  answer.outcome === "found" && answer.facts.creditCode !== undefined ? [answer.facts.creditCode] : [];

async function unaskedWrites(
  context: Pick<ReadContext, "tx">,
  accounts: readonly FilledAccount[],
  said: SaidAboutCompanies,
): Promise<Write[]> {
  const companies = accounts.filter(({ kind, mergedIntoId }) => kind === "company" && mergedIntoId === null);
  const present = await presentFields(context, companies);
  return companies.flatMap(({ id }) =>
    offersOf(said.get(id) ?? [])
      .filter(({ field, offered, answer }) => {
        const now = present.get(id)?.[field];
        // A credit code is never exchanged for another: that would be another company.
        if (!now || (field === "creditCode" && now.value !== null)) return false;
        return isWrittenUnasked(field, decideOffer(now, offered), answer.matchedBy);
      })
      .map((offer) => ({ ...offer, accountId: id })),
  );
}

/** Writes values and where they came from. */
export async function writeFacts(context: Context, writes: readonly Write[]): Promise<void> {
  const facts = new Map<string, AccountFill>();
  for (const { accountId, field, offered } of writes) {
    if (field !== "creditCode" && field !== "name")
      facts.set(accountId, { ...(facts.get(accountId) ?? { id: accountId }), [field]: offered });
  }
  const codes = writes.flatMap(({ accountId, field, offered }) =>
    field === "creditCode" ? [{ accountId, code: offered }] : [],
  );
  await fillAccountFacts(context, [...facts.values()], codes);
  await noteFilled(context, writes);
}

/** Notes where values came from that were written. */
export async function noteFilled(context: Context, writes: readonly Write[]): Promise<void> {
  const rows = writes.map(({ accountId, field, offered, source, answer }) => ({
    accountId,
    field: field satisfies EnrichedField,
    value: offered,
    sourceId: source.id,
    origin: answer.origin,
    matchedBy: answer.matchedBy,
    at: answer.at,
    cost: answer.cost,
  }));
  await insertFilled(context, rows);
}
