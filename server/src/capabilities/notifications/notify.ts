import type { Sentence } from "@tongzhou/contract/sentence";
import type { Context } from "../../platform/ledger/context.ts";
import { rootOperationOf } from "../../platform/ledger/root-operation.ts";
import { upsertNotices } from "./notifications.queries.ts";

/** Something a person should know. `params.count` says how many records it is about; one when it does not say. */
export interface Notice {
  readonly personId: string;
  /** Key of its sentence in both languages, `<noun>.<past participle>`. */
  readonly kind: string;
  readonly params?: Sentence["params"];
}

/**
 * Tells people: one notice a person, kind and act, however many batches or automatic steps the act has, with the counts of
 * all of them added up; the other parameters are those of the first. Their pages hear of it when the transaction commits.
 */
export async function notify(context: Context, notices: readonly Notice[]): Promise<void> {
  if (notices.length === 0) return;
  const operationId = await rootOperationOf(context);
  const merged = mergeNotices(notices);
  await upsertNotices(
    context,
    merged.map(({ personId, kind, params }) => ({
      id: context.newId(),
      person_id: personId,
      operation_id: operationId,
      kind,
      params,
      at: context.now,
    })),
  );
}

/** One a person and kind, in the order of persons, so that two acts lock their rows in one order. */
function mergeNotices(notices: readonly Notice[]): Required<Notice>[] {
  const merged = new Map<string, Required<Notice>>();
  for (const { personId, kind, params = {} } of notices) {
    const key = `${personId} ${kind}`;
    const known = merged.get(key);
    const count = countOf(params) + (known ? countOf(known.params) : 0);
    merged.set(key, { personId, kind, params: { ...params, ...known?.params, count } });
  }
  return [...merged].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, notice]) => notice);
}

const countOf = ({ count }: Sentence["params"]): number => (typeof count === "number" ? count : 1);
