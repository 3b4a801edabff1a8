import type { House } from "../../platform/ledger/context.ts";
import { operate } from "../../platform/ledger/operate.ts";
import { operationKind } from "../../platform/ledger/operation-kind.ts";
import { BEGUN, LOADED } from "./demo.queries.ts";

const KINDS = {
  /** A database holds a demo, from before its first password on. */
  begun: operationKind(BEGUN, { notUndoable: "undo.demo", quiet: true }),
  /** It is whole; everything in it up to then is the demo's. */
  loaded: operationKind(LOADED, { notUndoable: "undo.demo" }),
} as const;

/** Marks a database as holding a demo that has got so far. */
export async function markDemo(house: House, state: keyof typeof KINDS, summary: Record<string, unknown> = {}) {
  const asked = { actor: { kind: "system" }, kind: KINDS[state], source: "demo", summary } as const;
  await operate(house, asked, async () => undefined);
}
