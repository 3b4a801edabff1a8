import { jaroWinkler } from "./text-distance.ts";

/** How alike two names are: the same, the same to the ear or but for a letter, akin, or different. */
export const NAME_LEVELS = { same: 1, near: 2, akin: 3, different: 4 } as const;

/** Winkler's own cut for names that are one, and the one below which names of one length are mostly strangers. */
const NEAR = 0.92;
const AKIN = 0.8;
const HAN = /\p{Script=Han}/u;

/** A given name or surname, as it is compared. */
export interface NamePart {
  readonly text: string;
  /** How a Chinese name sounds, in letters; the text itself for all others. */
  readonly sound: string;
  readonly isHan: boolean;
}

/** @param readAloud the letters for a text in Chinese characters. */
export function namePart(text: string, readAloud: (text: string) => string): NamePart {
  const isHan = HAN.test(text);
  return { text, sound: isHan ? readAloud(text) : text, isHan };
}

/** Compares two given names or two surnames. Homophones (炜 for 玮) are near: they are typed by sound. */
export function compareNameParts(a: NamePart, b: NamePart): number {
  if (a.text === b.text) return NAME_LEVELS.same;
  if (a.isHan || b.isHan) return compareChinese(a, b);
  const alike = jaroWinkler(a.text, b.text);
  if (alike >= NEAR) return NAME_LEVELS.near;
  return alike >= AKIN || isInitial(a.text, b.text) ? NAME_LEVELS.akin : NAME_LEVELS.different;
}

function compareChinese(a: NamePart, b: NamePart): number {
  if (a.sound === b.sound) return NAME_LEVELS.near;
  if (!a.isHan || !b.isHan) {
    const [latin, han] = a.isHan ? [b, a] : [a, b];
    return isInitial(latin.text, han.sound) ? NAME_LEVELS.akin : NAME_LEVELS.different;
  }
  const shared = [...a.text].filter((character) => b.text.includes(character)).length;
  return shared > 0 ? NAME_LEVELS.akin : NAME_LEVELS.different;
}

function isInitial(a: string, b: string): boolean {
  return (a.length === 1 || b.length === 1) && a[0] === b[0];
}
