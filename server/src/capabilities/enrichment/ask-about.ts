import type { AccountOffers, FactOffer, SourceAnswer } from "@tongzhou/contract/enrichment";
import { EnrichedField } from "@tongzhou/contract/enrichment";
import type { Viewer } from "../../platform/access/viewer.ts";
import type { House, ReadContext } from "../../platform/ledger/context.ts";
import { look } from "../../platform/ledger/look.ts";
import { NotFound, Refused } from "../../platform/problems/refusal.ts";
import { holdersOfCreditCodes, readAccount, readFilledAccounts } from "../accounts/index.ts";
import type { FilledAccount } from "../accounts/index.ts";
import { askAll } from "./ask-all.ts";
import type { AllAsked, SourceSaid } from "./ask-all.ts";
import { decideOffer } from "./domain/decide-offer.ts";
import { offersOf } from "./domain/offers-of.ts";
import { presentFields } from "./present-fields.ts";
import { insertOffer } from "./queries/offer-rows.ts";
import { findSources } from "./queries/source-rows.ts";

/**
 * Asks every source about a company that the asker may edit, and says what taking it would do. Nothing is written to the
 * account; what was answered waits a day to be taken.
 * @throws NotFound; Refused `only_companies_are_asked_about`, `nobody_to_ask`.
 */
export async function askAbout(house: House, viewer: Viewer, accountId: string): Promise<AccountOffers> {
  const { account, sources } = await look(house, "list", async (context) => {
    if (!(await readAccount({ ...context, viewer }, accountId, "edit"))) throw new NotFound();
    return { account: await readOne(context, accountId), sources: await findSources(context) };
  });
  if (account.kind !== "company" || account.mergedIntoId !== null) throw new Refused("only_companies_are_asked_about");
  const active = sources.filter((source) => source.active);
  if (active.length === 0) throw new Refused("nobody_to_ask");
  // Whoever is asked may take long: no transaction waits for it.
  const asked = await askAll(house, active, [account]);
  const said = asked.said.get(accountId) ?? [];
  const id = house.newId();
  await insertOffer(house, { id, accountId, askedBy: viewer.personId, answers: storedOf(said) });
  const offers = await look(house, "list", async (context) =>
    offersFor(context, await readOne(context, accountId), said),
  );
  return { id, sources: active.map((source) => answerOf(source, said, asked.silent)), offers };
}

async function readOne(context: Pick<ReadContext, "tx">, accountId: string): Promise<FilledAccount> {
  const account = (await readFilledAccounts(context, [accountId])).get(accountId);
  if (!account) throw new NotFound();
  return account;
}

const storedOf = (said: readonly SourceSaid[]) =>
  said.flatMap(({ source, answer }) => {
    if (answer.outcome !== "found") return [];
    const { facts, matchedBy, origin, at, cost } = answer;
    return [{ sourceId: source.id, facts, matchedBy, origin, at: at.toISOString(), cost }];
  });

async function offersFor(
  context: Pick<ReadContext, "tx">,
  account: FilledAccount,
  said: readonly SourceSaid[],
): Promise<FactOffer[]> {
  const present = (await presentFields(context, [account])).get(account.id);
  const offered = offersOf(said);
  const codes = offered.filter(({ field }) => field === "creditCode").map((offer) => offer.offered);
  const holders = await holdersOfCreditCodes(context, codes);
  return offered.flatMap((offer) => {
    const now = present?.[EnrichedField.parse(offer.field)];
    if (!now) return [];
    const holder = offer.field === "creditCode" ? holders.get(offer.offered) : undefined;
    const isTaken = holder !== undefined && holder !== account.id;
    const { source, answer } = offer;
    return {
      field: offer.field,
      present: now.value,
      offered: offer.offered,
      state: isTaken ? "taken" : decideOffer(now, offer.offered),
      sourceId: source.id,
      sourceName: source.name,
      origin: answer.origin,
      matchedBy: answer.matchedBy,
    };
  });
}

function answerOf(
  source: { readonly id: string; readonly name: string },
  said: readonly SourceSaid[],
  silent: AllAsked["silent"],
): SourceAnswer {
  const base = { sourceId: source.id, name: source.name };
  const nothing = { matchedBy: null, candidates: [], restsUntil: null, cost: null };
  const because = silent.find((each) => each.source.id === source.id)?.because;
  if (because?.outcome === "resting")
    return { ...base, ...nothing, outcome: "resting", restsUntil: because.until.toISOString() };
  const answer = said.find((each) => each.source.id === source.id)?.answer;
  // A source of which this version of the program has no provider says nothing either.
  if (because !== undefined || answer === undefined) return { ...base, ...nothing, outcome: "failed" };
  const { outcome, cost } = answer;
  if (outcome === "none") return { ...base, ...nothing, outcome, cost };
  const candidates = outcome === "ambiguous" ? [...answer.candidates] : [];
  return { ...base, ...nothing, outcome, matchedBy: answer.matchedBy, candidates, cost };
}
