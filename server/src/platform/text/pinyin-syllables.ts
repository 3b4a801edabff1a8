import { pinyin } from "pinyin-pro";

const HAN_RUN = /\p{Script=Han}+/u;

/** How a text is read: a person's name begins with a surname (单 shan, 仇 qiu, 尉迟 yu chi), other text is read word by word. */
export type Reading = "person" | "text";

/** One character with the way it is read, or a run of characters that are not Chinese, with `syllable` null. */
export interface Reader {
  text: string;
  syllable: string | null;
}

/**
 * Cuts a text into Chinese characters with their pinyin (no tones, ü as v, as input methods want it) and runs of anything
 * else. In the reading "person" the first run of Chinese characters is read as a name, and only when the text begins with it.
 */
export function pinyinSyllables(text: string, reading: Reading): Reader[] {
  const found: Reader[] = [];
  let rest = text;
  let atStart = true;
  for (let run = HAN_RUN.exec(rest); run !== null; run = HAN_RUN.exec(rest)) {
    if (run.index > 0) found.push({ text: rest.slice(0, run.index), syllable: null });
    readRun(run[0], reading === "person" && atStart && run.index === 0, found);
    rest = rest.slice(run.index + run[0].length);
    atStart = false;
  }
  if (rest !== "") found.push({ text: rest, syllable: null });
  return found;
}

function readRun(run: string, isName: boolean, found: Reader[]): void {
  const syllables = pinyin(run, {
    toneType: "none",
    type: "array",
    v: true,
    toneSandhi: false,
    surname: isName ? "head" : "off",
  });
  let index = 0;
  for (const character of run) {
    const syllable = syllables[index++];
    // A character the dictionary does not know comes back as itself.
    found.push({ text: character, syllable: syllable === undefined || syllable === character ? null : syllable });
  }
}

/** Every way a single character is read, the usual one first (单: dan, shan, chan); empty for what is no Chinese character. */
export function readingsOf(character: string): string[] {
  if (!HAN_RUN.test(character)) return [];
  const readings = pinyin(character, { toneType: "none", type: "array", v: true, multiple: true });
  return [...new Set(readings)].filter((reading) => reading !== character);
}
