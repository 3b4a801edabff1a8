/** The one letter whose lower case is two characters in JavaScript ("i" and a dot above) and one in PostgreSQL. */
const DOTTED_CAPITAL_I = "İ";

/**
 * A text as conditions compare it: NFKC (full width equals half width, ﬁ equals fi), then lower case character by character,
 * as PostgreSQL does in `lower(normalize(…, NFKC))`. Not `toLowerCase` of the whole, which turns a Σ at the end of a word
 * into ς where PostgreSQL writes σ. Folding comes before the escaping of `%`, because NFKC makes a `%` of the wide ％.
 */
export function foldText(text: string): string {
  let folded = "";
  for (const character of text.normalize("NFKC")) {
    folded += character === DOTTED_CAPITAL_I ? "i" : character.toLowerCase();
  }
  return folded;
}
