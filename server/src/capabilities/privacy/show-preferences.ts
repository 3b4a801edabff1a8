import type { PreferencesOfPerson } from "@tongzhou/contract/privacy";
import type { ReadContext } from "../../platform/ledger/context.ts";
import { NotFound } from "../../platform/problems/refusal.ts";
import { contactHomes, isIdentifierKind, maskIdentifier } from "../contacts/index.ts";
import { answersOf } from "./read-consent.ts";
import { channelsOf } from "./domain/channels-of.ts";
import { preferenceText } from "./domain/preference-text.ts";
import { hashOfToken } from "./make-preference-link.ts";
import { findStatements } from "./queries/consent-rows.ts";
import { findOwnIdentifiers, findPreferenceHolder, readCompanyName } from "./queries/preference-link-rows.ts";

type SpokenIn = "zh-CN" | "en";

/**
 * What the holder of a link sees: their own identifiers, masked, and what they allowed by each. Nothing that tells of
 * anybody else, no name, and of an unknown token only that there is nothing. @throws NotFound.
 */
export async function showPreferences(
  context: Pick<ReadContext, "tx" | "now">,
  token: string,
  asked: SpokenIn | undefined,
): Promise<PreferencesOfPerson> {
  const holder = await findPreferenceHolder(context, hashOfToken(token));
  if (!holder) throw new NotFound();
  const all = await findOwnIdentifiers(context, await contactHomes.below(context, holder.contactId));
  const identifiers = all.filter(({ kind }) => channelsOf(kind).length > 0);
  const companyName = await readCompanyName(context);
  const own = holder.language?.startsWith("en") ? "en" : holder.language?.startsWith("zh") ? "zh-CN" : null;
  const language = asked ?? own ?? "zh-CN";
  const statements = await findStatements(
    context,
    identifiers.map(({ id }) => id),
  );
  const answers = await answersOf(context, identifiers, statements);
  return {
    companyName,
    language: own,
    identifiers: identifiers.map(({ id, kind, value }) => ({
      id,
      kind,
      value: isIdentifierKind(kind) ? maskIdentifier(kind, value) : "***",
      preferences: (answers.get(id) ?? []).map(({ channel, purpose, may, closedToday }) => ({
        channel,
        purpose,
        on: may,
        closedToday,
        text: preferenceText(language, companyName, channel, purpose),
      })),
    })),
  };
}
