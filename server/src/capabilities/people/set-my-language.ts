import type { Language } from "@tongzhou/contract/people";
import type { Acting } from "../../platform/access/acting.ts";
import { operationKind } from "../../platform/ledger/operation-kind.ts";
import { updatePerson } from "./queries/person-rows.ts";

export const SET_MY_LANGUAGE = operationKind("person.set_language");

/** The language in which the viewer is spoken to. */
export async function setMyLanguage(context: Acting, language: Language): Promise<void> {
  await updatePerson(context, context.viewer.personId, { language });
}
