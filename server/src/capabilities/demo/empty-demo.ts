import type { House } from "../../platform/ledger/context.ts";
import { emptyHouse } from "../../platform/ledger/empty-house.ts";
import { operate } from "../../platform/ledger/operate.ts";
import { operationKind } from "../../platform/ledger/operation-kind.ts";

const REMOVE_DEMO = operationKind("demo.remove", { notUndoable: "undo.demo_replaced", quiet: true });

/** Removes a demo, whole or not, with all that was added to it. Afterwards the database counts as empty. */
export async function emptyDemo(house: House): Promise<void> {
  const asked = { actor: { kind: "system" }, kind: REMOVE_DEMO, source: "command" } as const;
  await operate(house, asked, (context) => emptyHouse(context, null));
}
