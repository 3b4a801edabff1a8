import { session } from "@tongzhou/contract/people-session";
import { call } from "../http/call.ts";
import type { Language } from "../language/language.ts";
import { chooseLanguage } from "../language/start-words.ts";

/** Speaks another language at once, and tells the server for its own sentences and messages. */
export async function changeMyLanguage(chosen: Language): Promise<void> {
  await chooseLanguage(chosen);
  try {
    await call(session.setMyLanguage, { body: { language: chosen } });
  } catch {
    // The page speaks it already and this browser remembers it; every call carries the language of the page.
  }
}
