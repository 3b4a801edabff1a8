import type { ConsentHow } from "@tongzhou/contract/privacy";
import type { Stated } from "./decide-consent.ts";

/**
 * Somebody who asked to be forgotten withdrew everything, by whatever they are met again. Only they themselves can allow
 * something anew: no file that claims they did counts.
 * @param since when they were forgotten; undefined when they were not.
 */
export function withForgetting(
  stated: readonly (Stated & { readonly how: ConsentHow })[],
  since: Date | undefined,
): readonly Stated[] {
  if (since === undefined) return stated;
  const own = stated.filter(({ state, how }) => state === "withdrawn" || how !== "import");
  return [...own, { id: null, state: "withdrawn", at: since }];
}
