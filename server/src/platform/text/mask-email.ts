const SHOWN = 1;

/** An address as somebody without the right to it sees it: at most the first character, never the length, and the domain (`l***@qq.com`). */
export function maskEmail(value: string): string {
  const at = value.lastIndexOf("@");
  if (at < 0) return "***";
  const characters = Array.from(value.slice(0, at));
  const first = characters.length > SHOWN ? (characters[0] ?? "") : "";
  return `${first}***${value.slice(at)}`;
}
