/** Latin letters that Unicode does not take apart into a letter and a mark. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: "ss",
  ø: "o",
  æ: "ae",
  œ: "oe",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  ı: "i",
};
const UNDIVIDED = /[ßøæœłđðþı]/g;
const BEYOND_ASCII_LATIN = /[\u00c0-\u024f\u1e00-\u1eff]|[\u0300-\u036f]/;
const MARKS = /[\u0300-\u036f]/g;

/** Lower-case Latin letters without their accents (müller → muller, société → societe), for comparing only. Other scripts stay as they are. */
export function foldAccents(text: string): string {
  if (!BEYOND_ASCII_LATIN.test(text)) return text;
  const divided = text.normalize("NFD").replace(MARKS, "").normalize("NFC");
  return divided.replace(UNDIVIDED, (letter) => LETTERS[letter] ?? letter);
}
