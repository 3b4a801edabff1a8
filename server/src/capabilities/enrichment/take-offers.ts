import type { EnrichedField } from "@tongzhou/contract/enrichment";
import type { Acting } from "../../platform/access/acting.ts";
import { Conflict, NotFound, Refused } from "../../platform/problems/refusal.ts";
import { operationKind } from "../../platform/ledger/operation-kind.ts";
import { editAccount, fillAccountFacts, lockForFilling, readAccount } from "../accounts/index.ts";
import { offersOf } from "./domain/offers-of.ts";
import { noteFilled } from "./fill-companies.ts";
import { findOffer } from "./queries/offer-rows.ts";

export const TAKE_OFFERS = operationKind("account.enrich");

/** A field to take, and what stood there when it was offered. */
export interface TakenField {
  readonly field: EnrichedField;
  readonly from: string | null;
}

/**
 * Writes offered values into an account because a person says so, also over what a person wrote.
 * @throws NotFound; Refused `offers_gone`, `credit_code_of_another`; and what `editAccount` throws.
 */
export async function takeOffers(
  context: Acting,
  accountId: string,
  { offersId, fields }: { readonly offersId: string; readonly fields: readonly TakenField[] },
): Promise<EnrichedField[]> {
  if (!(await readAccount(context, accountId, "edit"))) throw new NotFound();
  const answers = await findOffer(context, { id: offersId, accountId, askedBy: context.viewer.personId });
  if (!answers) throw new Refused("offers_gone");
  const said = answers.map(({ sourceId, at, ...answer }) => ({
    source: { id: sourceId, name: "" },
    answer: { ...answer, outcome: "found" as const, at: new Date(at) },
  }));
  const offers = new Map(offersOf(said).map((offer) => [offer.field, offer]));
  const wanted = fields.map(({ field, from }) => {
    const offer = offers.get(field);
    if (!offer) throw new Refused("offers_gone");
    return { ...offer, accountId, from };
  });
  const code = wanted.find(({ field }) => field === "creditCode");
  if (code) await giveCreditCode(context, accountId, code.offered);
  const changes = wanted
    .filter(({ field }) => field !== "creditCode")
    .map(({ field, from, offered }) => [field, { from, to: offered }]);
  if (changes.length > 0) await editAccount(context, accountId, Object.fromEntries(changes));
  await noteFilled(context, wanted);
  const taken = wanted.map(({ field }) => field);
  await context.summarise({ fields: taken });
  return taken;
}

/** An account that has a code keeps it: another code is another company. */
async function giveCreditCode(context: Acting, accountId: string, code: string): Promise<void> {
  const { accounts, holders } = await lockForFilling(context, [accountId], [code]);
  if (holders.has(code)) throw new Refused("credit_code_of_another");
  if (accounts.get(accountId)?.creditCode !== null) throw new Conflict("credit_code_of_another");
  await fillAccountFacts(context, [], [{ accountId, code }]);
}
