import { pinyinSyllables, readingsOf } from "../../../platform/text/pinyin-syllables.ts";

/** How a Chinese name is spelt by somebody who has no Chinese keyboard, or searches by its sound. */
export interface NamePinyin {
  /** 单雄信 → shanxiongxin: the surname is read as a surname, ü as v. */
  full: string;
  /** The spelling of the surname's characters alone: shan, yuchi. */
  surname: string;
  given: string;
  /** The first letter of each character: sxx. */
  initials: string;
  /** The full spelling with the other readings of the first character (danxiongxin, chanxiongxin): not everybody knows the surname. */
  others: string[];
}

/**
 * The pinyin of a Chinese name whose parts are known (`readPersonName`). Parts in another script are kept as they are, with
 * their first letter as the initial (陈 Eric).
 */
export function namePinyin(surname: string, given: string): NamePinyin {
  const read = pinyinSyllables(surname + given, "person");
  let length = 0;
  let ofSurname = "";
  let full = "";
  let initials = "";
  for (const part of read) {
    const spelt = (part.syllable ?? part.text).replaceAll(" ", "");
    if (length < surname.length) ofSurname += spelt;
    full += spelt;
    initials += spelt.slice(0, 1);
    length += part.text.length;
  }
  const [first = ""] = surname + given;
  const head = read[0]?.syllable ?? "";
  const others = readingsOf(first)
    .filter((reading) => reading !== head)
    .map((reading) => reading + full.slice(head.length));
  return { full, surname: ofSurname, given: full.slice(ofSurname.length), initials, others };
}
