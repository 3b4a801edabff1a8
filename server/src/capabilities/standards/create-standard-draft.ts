import type { Context } from "../../platform/ledger/context.ts";
import { operationKind } from "../../platform/ledger/operation-kind.ts";
import { NotFound } from "../../platform/problems/refusal.ts";
import { defaultStandard } from "./domain/default-standard.ts";
import { findStandard, insertDraft } from "./queries/standard-rows.ts";

export const CREATE_STANDARD_DRAFT = operationKind("standard.draft");

/**
 * Begins a draft: from any version, or from the shipped standard when none is named.
 * @returns its id.
 * @throws NotFound when there is no such version.
 */
export async function createStandardDraft(
  context: Context,
  { basedOnId, note }: { readonly basedOnId: string | null; readonly note: string | null },
): Promise<string> {
  const base = basedOnId === null ? null : await findStandard(context, basedOnId);
  if (base === undefined) throw new NotFound();
  const id = context.newId();
  await insertDraft(context, { id, content: base?.content ?? defaultStandard(), note, basedOnId });
  await context.emit("standard.drafted", [id]);
  return id;
}
