import type { Acting } from "../../platform/access/acting.ts";
import { takeChanges } from "../../platform/edits/take-changes.ts";
import type { FieldChange } from "../../platform/edits/take-changes.ts";
import { operationKind } from "../../platform/ledger/operation-kind.ts";
import { Conflict, NotFound } from "../../platform/problems/refusal.ts";
import { endRest } from "./queries/health-rows.ts";
import { holderOfName, lockSource, updateSource } from "./queries/source-rows.ts";

export const EDIT_SOURCE = operationKind("enrichment_source.edit");
export const WAKE_SOURCE = operationKind("enrichment_source.wake", { notUndoable: "undo.derived", quiet: true });

export interface SourceEdit {
  readonly name?: FieldChange<string> | undefined;
  readonly active?: FieldChange<boolean> | undefined;
  readonly fillsNew?: FieldChange<boolean> | undefined;
}

/** Renames a source, or says whether it is asked. @throws NotFound; Conflict `source_name_taken`, `changed_meanwhile`. */
export async function editSource(context: Acting, id: string, edit: SourceEdit): Promise<void> {
  const present = await lockSource(context, id);
  if (!present) throw new NotFound();
  const { name, active, fillsNew } = await takeChanges(
    context,
    { table: "enrichment_source", id },
    { name: present.name, active: present.active, fillsNew: present.fillsNew },
    edit as Parameters<typeof takeChanges<{ name: string; active: boolean; fillsNew: boolean }>>[3],
  );
  if (name !== undefined) {
    const holder = await holderOfName(context, name);
    if (holder !== undefined && holder !== id) throw new Conflict("source_name_taken", { name });
  }
  await context.summarise({ name: name ?? present.name });
  await updateSource(context, id, {
    ...(name === undefined ? {} : { name }),
    ...(active === undefined ? {} : { active }),
    ...(fillsNew === undefined ? {} : { fills_new: fillsNew }),
  });
}

/** Asks a source again that rests: somebody has put right what was wrong. @throws NotFound. */
export async function wakeSource(context: Acting, id: string): Promise<void> {
  if (!(await lockSource(context, id))) throw new NotFound();
  await endRest(context, id);
}
