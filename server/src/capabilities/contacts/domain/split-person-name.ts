import { COMPOUND_SURNAMES } from "./surnames.ts";

const ONLY_HAN = /^\p{Script=Han}{2,4}$/u;

/** A Chinese personal name in its parts; null for what is not written in two to four Chinese characters. */
export function splitPersonName(name: string): { surname: string; given: string } | null {
  if (!ONLY_HAN.test(name)) return null;
  const characters = [...name];
  const compound = characters.slice(0, 2).join("");
  const length = characters.length > 2 && COMPOUND_SURNAMES.has(compound) ? 2 : 1;
  return { surname: characters.slice(0, length).join(""), given: characters.slice(length).join("") };
}
