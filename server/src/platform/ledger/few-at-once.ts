import type { Pool } from "pg";
import type { OperationKind } from "./operation-kind.ts";

interface Gate {
  inside: number;
  readonly waiting: (() => void)[];
}

const gates = new WeakMap<Pool, Map<string, Gate>>();

/**
 * Does work of a kind that is done a few at a time (`atOnce`), in the order in which it was asked for; of any other kind at
 * once.
 */
export async function fewAtOnce<Result>(
  pool: Pool,
  { name, atOnce }: OperationKind,
  work: () => Promise<Result>,
): Promise<Result> {
  if (atOnce === undefined) return work();
  const gate = gateOf(pool, name);
  if (gate.inside < atOnce) gate.inside += 1;
  else await new Promise<void>((pass) => gate.waiting.push(pass));
  try {
    return await work();
  } finally {
    // Whoever waits takes the place; it is never free in between.
    const next = gate.waiting.shift();
    if (next) next();
    else gate.inside -= 1;
  }
}

function gateOf(pool: Pool, name: string): Gate {
  const ofPool = gates.get(pool) ?? new Map<string, Gate>();
  gates.set(pool, ofPool);
  const gate = ofPool.get(name) ?? { inside: 0, waiting: [] };
  ofPool.set(name, gate);
  return gate;
}
