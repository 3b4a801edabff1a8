import type { ConsentChannel, ConsentPurpose } from "@tongzhou/contract/privacy";
import type { Context } from "../../platform/ledger/context.ts";
import { operationKind } from "../../platform/ledger/operation-kind.ts";
import { NotFound, Refused } from "../../platform/problems/refusal.ts";
import { PREFERENCE_TEXT_VERSION } from "./domain/preference-text.ts";
import { showPreferences } from "./show-preferences.ts";
import { stateConsents } from "./state-consents.ts";

/** What the person did on their own page; nobody of us takes it back. */
export const SAVE_PREFERENCE = operationKind("preference.save", { notUndoable: "undo.own_choice" });
export const UNSUBSCRIBE = operationKind("preference.unsubscribe", { notUndoable: "undo.own_choice" });

export interface PreferenceChoice {
  readonly identifierId: string;
  readonly channel: ConsentChannel;
  readonly purpose: ConsentPurpose;
  readonly on: boolean;
  readonly language: "zh-CN" | "en";
}

/**
 * Writes down a switch that the holder of a link turned; the sentence beside it is the evidence.
 * @throws NotFound for a token or identifier that is not theirs; Refused `withdrawn_today`.
 */
export async function savePreference(context: Context, token: string, choice: PreferenceChoice): Promise<void> {
  const { identifierId, channel, purpose, on, language } = choice;
  const { identifiers } = await showPreferences(context, token, language);
  const preference = identifiers
    .find(({ id }) => id === identifierId)
    ?.preferences.find((each) => each.channel === channel && each.purpose === purpose);
  if (!preference) throw new NotFound();
  if (on && preference.closedToday) throw new Refused("withdrawn_today");
  await stateConsents(context, [
    {
      identifierId,
      channel,
      purpose,
      state: on ? "granted" : "withdrawn",
      at: context.now,
      how: "page",
      evidence: `[${PREFERENCE_TEXT_VERSION}] ${preference.text}`,
    },
  ]);
}

/** One click: no marketing by any channel any more. Clicking again is the same. @throws NotFound for an unknown token. */
export async function unsubscribe(context: Context, token: string): Promise<void> {
  const { identifiers } = await showPreferences(context, token, undefined);
  await stateConsents(
    context,
    identifiers.flatMap(({ id, preferences }) =>
      preferences
        .filter(({ purpose, closedToday }) => purpose === "marketing" && !closedToday)
        .map(({ channel, purpose }) => ({
          identifierId: id,
          channel,
          purpose,
          state: "withdrawn" as const,
          at: context.now,
          how: "page" as const,
          evidence: null,
        })),
    ),
  );
}
