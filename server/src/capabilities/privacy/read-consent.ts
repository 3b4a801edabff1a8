import type { ConsentAnswer, ConsentOfContact } from "@tongzhou/contract/privacy";
import { ConsentPurpose } from "@tongzhou/contract/privacy";
import type { Viewing } from "../../platform/access/acting.ts";
import type { ReadContext } from "../../platform/ledger/context.ts";
import { NotFound } from "../../platform/problems/refusal.ts";
import { readContact } from "../contacts/index.ts";
import { companyCalendar } from "../people/index.ts";
import { channelsOf } from "./domain/channels-of.ts";
import { decideConsent } from "./domain/decide-consent.ts";
import { withForgetting } from "./domain/with-forgetting.ts";
import { findStatedIdentifiers, findStatements } from "./queries/consent-rows.ts";
import type { StoredStatement } from "./queries/consent-rows.ts";
import { suppressedSince } from "./suppress.ts";

/** What a contact allowed, as the viewer may see their identifiers. @throws NotFound. */
export async function readConsent(
  context: Pick<Viewing, "tx" | "viewer" | "now">,
  contactId: string,
): Promise<ConsentOfContact> {
  const contact = await readContact(context, contactId);
  if (!contact) throw new NotFound();
  const identifiers = contact.identifiers.filter(({ kind }) => channelsOf(kind).length > 0);
  const statements = await findStatements(
    context,
    identifiers.map(({ id }) => id),
  );
  const answers = await answersOf(context, identifiers, statements);
  const isCurrent = contact.mergedIntoId === null;
  return {
    identifiers: identifiers.map((identifier) => ({ identifier, answers: answers.get(identifier.id) ?? [] })),
    statements: statements.map(({ at, personId, personName, ...statement }) => ({
      ...statement,
      at: at.toISOString(),
      by: personId === null || personName === null ? null : { id: personId, name: personName },
    })),
    mayGrant: contact.mayEdit,
    mayWithdraw: isCurrent,
  };
}

/** What holds for each channel and purpose of these identifiers. */
export async function answersOf(
  context: Pick<ReadContext, "tx" | "now">,
  identifiers: readonly { readonly id: string; readonly kind: string }[],
  statements: readonly StoredStatement[],
): Promise<Map<string, ConsentAnswer[]>> {
  const { timeZone } = await companyCalendar(context);
  const forgotten = await forgottenSince(
    context,
    identifiers.map(({ id }) => id),
  );
  return new Map(
    identifiers.map(({ id, kind }) => [
      id,
      channelsOf(kind).flatMap((channel) =>
        ConsentPurpose.options.map((purpose) => ({
          channel,
          purpose,
          ...decideConsent(
            purpose,
            withForgetting(
              statements.filter((one) => one.identifierId === id && one.channel === channel && one.purpose === purpose),
              forgotten.get(id),
            ),
            context.now,
            timeZone,
          ),
        })),
      ),
    ]),
  );
}

/** Since when identifiers are those of somebody who asked to be forgotten and came in again. */
async function forgottenSince(
  context: Pick<ReadContext, "tx">,
  identifierIds: readonly string[],
): Promise<Map<string, Date | undefined>> {
  const identifiers = [...(await findStatedIdentifiers(context, identifierIds))];
  const since = await suppressedSince(
    context,
    identifiers.map(([, identifier]) => identifier),
  );
  return new Map(identifiers.map(([id], place) => [id, since[place]]));
}
