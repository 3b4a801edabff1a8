import type { Chance } from "./chance.ts";

/** An opportunity moves, ends or rests about this often. */
const RHYTHM_DAYS = 9;
const GOES_ON = 0.7;
/** From this stage on (the third) an order may come. */
const MAY_BE_WON_FROM = 2;
/** Reps put off what they see coming closer than this, nearly always. */
const SOON_DAYS = 9;
const PUTS_OFF = 0.9;
/** What a stage takes, and the least that is left to the end, in days. */
const STAGE_DAYS = 14;
const LEAST_DAYS = 8;

export interface DealFacts {
  /** The stage it is in, the first is 0; -1 in none. */
  readonly place: number;
  readonly stages: number;
  readonly quality: number;
  readonly daysSinceMoved: number;
  /** Negative when the day has passed; null when none was said. */
  readonly daysToClose: number | null;
  readonly daysToNextStep: number | null;
}

/** What its owner does with a deal when looking through the pipeline. */
export interface DealDecision {
  readonly ends: "won" | "lost" | null;
  readonly moves: boolean;
  /** Days until the expected close and the next step, where they are written anew. */
  readonly closesIn: number | null;
  readonly nextStepIn: number | null;
  /** Chance for whoever picks one of a list. */
  readonly pick: number;
}

/** What becomes of a deal on a day; null when it rests and everything written of it still holds. */
export function decideDeal(chance: Chance, facts: DealFacts): DealDecision | null {
  const { place, stages, quality, daysSinceMoved, daysToClose, daysToNextStep } = facts;
  const pick = chance.between(0, 999);
  const decided = { ends: null, moves: false, closesIn: null, nextStepIn: null, pick };
  const last = place >= stages - 1;
  const due = daysSinceMoved >= RHYTHM_DAYS && chance.happens(GOES_ON);
  if (due && chance.happens(0.16 - 0.1 * quality)) return { ...decided, ends: "lost" };
  if (due && place >= MAY_BE_WON_FROM && chance.happens((last ? 0.6 : 0.25) + 0.3 * quality))
    return { ...decided, ends: "won" };
  const moves = due && !last;
  const left = Math.max(LEAST_DAYS, (stages - 1 - place - (moves ? 1 : 0)) * STAGE_DAYS);
  const late = daysToClose === null || daysToClose < Math.min(SOON_DAYS, left);
  const closesIn = late && chance.happens(PUTS_OFF) ? left + chance.between(2, 16) : null;
  const idle = daysToNextStep === null || daysToNextStep < 0;
  const nextStepIn = (moves || idle) && chance.happens(PUTS_OFF) ? chance.between(1, 8) : null;
  return moves || closesIn !== null || nextStepIn !== null ? { ...decided, moves, closesIn, nextStepIn } : null;
}
