import { randomFillSync } from "node:crypto";
import type { Clock } from "./clock.ts";

/** Makes the next id. */
export type NewId = () => string;

const COUNTER_LIMIT = 0xfff;

/**
 * UUIDv7 (RFC 9562 §5.7) from an injected clock: 48 bits of milliseconds, 12 bits of counter, 62 random bits.
 * The counter makes ids of one process strictly increasing even within a millisecond and when the clock steps back,
 * because BRIN indexes on `operation_id` and ties "by id" rely on the order of creation. (PostgreSQL 17 has no uuidv7().)
 */
export function createIds(clock: Clock): NewId {
  let lastMillisecond = -1;
  let counter = 0;
  const pool = new Uint8Array(8 * 512);
  let used = pool.length;
  return () => {
    const present = clock.now().getTime();
    if (present > lastMillisecond) {
      lastMillisecond = present;
      counter = 0;
    } else if (++counter > COUNTER_LIMIT) {
      lastMillisecond += 1;
      counter = 0;
    }
    if (used === pool.length) {
      randomFillSync(pool);
      used = 0;
    }
    const random = Buffer.from(pool.buffer, used, 8);
    used += 8;
    const time = lastMillisecond.toString(16).padStart(12, "0");
    const tail = random.toString("hex");
    const variant = ((Number.parseInt(tail[0]!, 16) & 0x3) | 0x8).toString(16);
    return `${time.slice(0, 8)}-${time.slice(8)}-7${counter.toString(16).padStart(3, "0")}-${variant}${tail.slice(1, 4)}-${tail.slice(4)}`;
  };
}
