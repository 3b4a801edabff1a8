import { createHeap } from "./create-heap.ts";
import { isFull } from "./standing.ts";
import type { Limits, Standing } from "./standing.ts";

/** Numbers compared from the left; smaller comes first. Every number of a member's key only grows while a batch is shared. */
export type LineKey = readonly number[];

/** People in the order in which a rule would ask them. */
export interface Line {
  /** The first who is not full and not excluded; stays in the line. */
  first(notTo: ReadonlySet<string>): Standing | null;
  readonly size: number;
}

interface Place {
  readonly key: LineKey;
  readonly standing: Standing;
  readonly got: number;
}

/**
 * A line over a heap. Keys are taken when somebody enters and only grow, so an old key stands too far forward and never too
 * far back: whoever comes out with an old one is put back with his new one. So a lead costs the logarithm of the team and
 * not its size, although one lead moves its new owner in the lines of all rules.
 */
export function createLine(
  standings: readonly Standing[],
  limits: Limits,
  keyOf: (standing: Standing) => LineKey,
): Line {
  const heap = createHeap<Place>((a, b) => isBefore(a.key, b.key));
  const enter = (standing: Standing): void => heap.push({ key: keyOf(standing), standing, got: standing.got });
  standings.forEach(enter);

  function first(notTo: ReadonlySet<string>): Standing | null {
    const excluded: Place[] = [];
    let found: Place | undefined;
    for (let place = heap.pop(); place !== undefined; place = heap.pop()) {
      const { standing, got } = place;
      if (isFull(standing, limits)) continue;
      if (got !== standing.got) {
        enter(standing);
        continue;
      }
      if (!notTo.has(standing.member.personId)) {
        found = place;
        break;
      }
      excluded.push(place);
    }
    excluded.forEach(heap.push);
    if (found === undefined) return null;
    heap.push(found);
    return found.standing;
  }

  return { first, size: standings.length };
}

function isBefore(a: LineKey, b: LineKey): boolean {
  for (const [index, value] of a.entries()) {
    const other = b[index] ?? 0;
    if (value !== other) return value < other;
  }
  return false;
}
