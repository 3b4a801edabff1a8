import type { AttributionModel } from "@tongzhou/contract/attribution-model";

/** The half-life of `time_decay`: a touch a week before the last one counts half of it. */
export const TIME_DECAY_HALF_LIFE_DAYS = 7;
const DAY_MS = 86_400_000;
/** Weights of `time_decay` are fractions of this, so that they are whole numbers like all others. */
const DECAY_SCALE = 2 ** 40;

/** When the two turning points of a deal were, in milliseconds; W-shaped credits the touches that led to them. */
export interface TurningPoints {
  readonly leadCreatedAt: number | null;
  readonly openedAt: number;
}

/**
 * What each touch weighs in a model, for the moments of at least one touch in order of time. Whole numbers in any scale:
 *
 *     first, last    1 for the first or last, 0 for the others
 *     linear         1 each
 *     position       40 first, 40 last, 20 shared by those between; of two 50 each
 *     w_shaped       30 first, 30 the last one before the lead was created, 30 the last one before the opportunity was opened,
 *                    10 shared by the others; a touch in two roles has both parts; a role nobody has, and the part of the
 *                    others when there are none, are shared by the rest in proportion
 *     time_decay     2 ^ -(days before the last touch / 7)
 */
export function attributionWeights(
  model: AttributionModel,
  moments: readonly number[],
  turning: TurningPoints,
): bigint[] {
  const last = moments.length - 1;
  switch (model) {
    case "first":
      return moments.map((_, index) => (index === 0 ? 1n : 0n));
    case "last":
      return moments.map((_, index) => (index === last ? 1n : 0n));
    case "linear":
      return moments.map(() => 1n);
    case "position":
      return keysAndOthers(moments.length, [0, last], 40n, 20n);
    case "w_shaped": {
      const before = (instant: number | null): number =>
        instant === null ? -1 : moments.findLastIndex((moment) => moment <= instant);
      const roles = [0, before(turning.leadCreatedAt), before(turning.openedAt)];
      return keysAndOthers(
        moments.length,
        roles.filter((index) => index !== -1),
        30n,
        10n,
      );
    }
    case "time_decay":
      return moments.map((moment) => {
        const days = ((moments[last] ?? moment) - moment) / DAY_MS;
        return BigInt(Math.round(2 ** (-days / TIME_DECAY_HALF_LIFE_DAYS) * DECAY_SCALE));
      });
  }
}

/** `key` for each role a touch has, `others` shared evenly by the touches without a role, all scaled to whole numbers. */
function keysAndOthers(count: number, roles: readonly number[], key: bigint, others: bigint): bigint[] {
  const sharing = BigInt(count - new Set(roles).size);
  return Array.from({ length: count }, (_, index) => {
    const held = BigInt(roles.filter((role) => role === index).length);
    if (held === 0n) return others;
    return held * key * (sharing === 0n ? 1n : sharing);
  });
}
