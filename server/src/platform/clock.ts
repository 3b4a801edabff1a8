/** Where the time comes from. Nothing below `platform` reads the system clock itself, so the demo and the tests can move it. */
export interface Clock {
  /** The present instant, to the millisecond. */
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

/** A clock that stands still until it is moved. */
export interface MovableClock extends Clock {
  moveTo(instant: Date): void;
  advance(milliseconds: number): void;
}

/** Makes a clock that stands at `start` until it is told otherwise. */
export function movableClock(start: Date): MovableClock {
  let present = start.getTime();
  return {
    now: () => new Date(present),
    moveTo: (instant) => void (present = instant.getTime()),
    advance: (milliseconds) => void (present += milliseconds),
  };
}
