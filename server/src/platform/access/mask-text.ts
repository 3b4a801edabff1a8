/** Shown instead of what may not be read; says nothing about its length. */
const STARS = "****";

/** `13812346021` → `138****6021`, `+8613812346021` → `+86138****6021`; shorter numbers keep only their last two digits. */
export function maskPhone(value: unknown): string {
  const text = String(value);
  if (text.length >= 11) return `${text.slice(0, -8)}${STARS}${text.slice(-4)}`;
  return `${STARS}${text.length > 6 ? text.slice(-2) : ""}`;
}

/** `liuwei@dxsh.cn` → `li****@dxsh.cn`: the company stays, the person goes. */
export function maskEmail(value: unknown): string {
  const text = String(value);
  const at = text.lastIndexOf("@");
  if (at < 1) return STARS;
  return `${text.slice(0, Math.min(2, at - 1))}${STARS}${text.slice(at)}`;
}

/** Everything but that there is a value. */
export function maskWhole(_value: unknown): string {
  return STARS;
}
