// Characters that take no room on the screen and only ever arrive by copying: zero-width space, word joiner, byte order
// mark, soft hyphen, and the marks and overrides of bidirectional text (an override can make a name read as another one).
const INVISIBLE = /[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;
// The joiners have a meaning inside a word (families of emoji, Persian), and none at its ends.
const OUTER_JOINERS = /^[\u200c\u200d\s]+|[\u200c\u200d\s]+$/g;
const JOINERS = /[\u200c\u200d]/g;
// Tabs, line ends and other control characters; PostgreSQL cannot store U+0000 in a text at all.
// oxlint-disable-next-line no-control-regex -- removing control characters is the purpose
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g;
const SPACES = /\s{2,}|[^\S ]/g;
// Printable ASCII and Chinese characters with single spaces between: nothing above, nor NFKC, touches it. Most texts are so.
const PLAIN = /^(?:[\u0021-\u007e\u3400-\u9fff]+(?: [\u0021-\u007e\u3400-\u9fff]+)*)?$/;

/** One line of text as a person would have typed it: without invisible characters, with single spaces, trimmed. The letters stay as they are. */
export function cleanText(text: string): string {
  if (PLAIN.test(text)) return text;
  let cleaned = text;
  // Taking a mark away can bring a joiner to the end or two spaces together, so this goes on until nothing changes.
  for (;;) {
    const next = cleaned.replace(CONTROL, " ").replace(INVISIBLE, "").replace(OUTER_JOINERS, "").replace(SPACES, " ");
    if (next === cleaned) return next;
    cleaned = next;
  }
}

/** `cleanText` made comparable: NFKC (full-width and half-width alike), lower case, no joiners. Folding twice changes nothing. */
export function foldText(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase();
  let folded = text;
  for (;;) {
    const next = cleanText(folded.normalize("NFKC").toLowerCase().replace(JOINERS, ""));
    if (next === folded) return next;
    folded = next;
  }
}
