import { splitPersonName } from "./split-person-name.ts";

const SEGMENTER = new Intl.Segmenter("zh", { granularity: "grapheme" });
const LONGEST_SHOWN_WORDS = 3;

/**
 * A name as somebody without the right to it sees it. Chinese names keep the surname, and the last character when the
 * surname is single and at least one character between stays hidden (张*, 张*丰, 欧阳**). Names in other scripts, and
 * Chinese ones that are not two to four characters, keep the first letter of at most three words (J*** S***).
 */
export function maskName(name: string): string {
  const trimmed = name.trim();
  const parts = splitPersonName(trimmed);
  if (parts) {
    const given = [...parts.given];
    const last = [...parts.surname].length === 1 && given.length > 1 ? (given.at(-1) ?? "") : "";
    return parts.surname + "*".repeat(given.length - [...last].length) + last;
  }
  const words = trimmed.split(/[\s·•‧.]+/u).filter((word) => word !== "");
  if (words.length === 0) return "***";
  return words
    .slice(0, LONGEST_SHOWN_WORDS)
    .map((word) => `${firstLetter(word)}***`)
    .join(" ");
}

// A word of one letter would be shown whole, so it shows nothing.
function firstLetter(word: string): string {
  const [first, second] = SEGMENTER.segment(word);
  return first !== undefined && second !== undefined ? first.segment : "";
}
