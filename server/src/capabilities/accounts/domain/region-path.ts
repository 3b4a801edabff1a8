import { PLACELESS, regionName } from "./region-register.ts";

/** A division with what it is part of, as an address begins: 110105 → 北京市朝阳区. A code of no division stays as it is. */
export function regionPath(code: string): string {
  const levels = [...new Set([`${code.slice(0, 2)}0000`, `${code.slice(0, 4)}00`, code])];
  const names = levels.flatMap((level) => regionName(level) ?? []).filter((name) => !PLACELESS.includes(name));
  return regionName(code) === null ? code : names.join("");
}
