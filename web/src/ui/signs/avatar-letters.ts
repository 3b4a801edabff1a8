const HAN = /\p{Script=Han}/u;
const MOST = 2;

/** What stands in the circle of a person: the last two characters of a Chinese name, the initials of a Latin one. */
export function avatarLetters(name: string): string {
  const whole = name.trim();
  if (HAN.test(whole))
    return [...whole]
      .filter((character) => HAN.test(character) || character === "*")
      .slice(-MOST)
      .join("");
  const words = whole.split(/[\s·.-]+/u).filter(Boolean);
  return words
    .slice(0, MOST)
    .map((word) => [...word][0] ?? "")
    .join("")
    .toUpperCase();
}
