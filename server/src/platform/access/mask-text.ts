/** Shown instead of what may not be read; says nothing about its length. */
const STARS = "****";

/** Everything but that there is a value. */
export function maskWhole(_value: unknown): string {
  return STARS;
}
