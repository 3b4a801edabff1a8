import type { Endpoint } from "@tongzhou/contract/endpoint";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Fact } from "../../ui/record/fact-types.ts";
import { useFormat } from "../format/useFormat.ts";
import { act } from "../http/call.ts";
import type { CallArguments } from "../http/call-types.ts";
import { forget, queryClient } from "../http/queries.ts";
import { editableFact, type FactKind } from "../record/editable-fact.tsx";
import { sayActed } from "../undo/say-acted.ts";
import { patchRows } from "./patch-rows.ts";

/** Where the rows of a list are read and one of them is edited. */
export interface CellPlaces<Row> {
  list: Pick<Endpoint, "id">;
  edit: Endpoint;
  params: (row: Row) => object;
  /** What else shows the same. */
  stale: readonly Pick<Endpoint, "id">[];
}

export interface CellFact<Row, V> {
  field: string;
  label: string;
  value: V | null;
  kind: FactKind<V>;
  show?: (value: V) => ReactNode;
  /** The row with another value; left out: under the name of the field. */
  patch?: (row: Row, value: V | null) => Row;
  /** How the change travels; left out: `{field: {from, to}}`. */
  body?: (from: V | null, to: V | null) => object;
  /** What to say of text that is no value. */
  notUnderstood?: string;
}

export type CellFactOf<Row> = <V>(row: Row, fact: CellFact<Row, V>) => Fact;

/**
 * Cells of a list as facts that are edited where they stand. The row shows a new value at once and goes back to the old one
 * when it is refused. It keeps its place: where it would stand now is seen when the list is read again.
 * @param said what the toast says of a changed field.
 */
export function useCells<Row extends { readonly id: string }>(
  { list, edit, params, stale }: CellPlaces<Row>,
  said: (label: string) => string,
): CellFactOf<Row> {
  const { t } = useTranslation("shell");
  const format = useFormat();
  const save = async <V>(row: Row, fact: CellFact<Row, V>, from: V | null, to: V | null): Promise<void> => {
    const { field, label, patch = (one, value) => ({ ...one, [field]: value }) } = fact;
    const show = (value: V | null) => patchRows<Row>(list, row.id, (one) => patch(one, value));
    await queryClient.cancelQueries({ queryKey: [list.id] });
    show(to);
    try {
      const input = [{ params: params(row), body: fact.body?.(from, to) ?? { [field]: { from, to } } }];
      const { operationId } = await act(edit, ...(input as unknown as CallArguments<Endpoint>));
      // Read anew when it is looked at the next time, not now: the rows would move under the hand.
      void queryClient.invalidateQueries({ queryKey: [list.id], refetchType: "none" });
      void forget(...stale);
      sayActed(said(label), operationId);
    } catch (failure) {
      show(from);
      throw failure;
    }
  };
  return (row, fact) =>
    editableFact({
      id: fact.field,
      label: fact.label,
      value: fact.value,
      kind: fact.kind,
      show: fact.show ?? ((value) => String(value)),
      when: (instant) => format.moment(instant),
      nobody: t("somebody"),
      ...(fact.notUnderstood === undefined ? {} : { notUnderstood: fact.notUnderstood }),
      save: (from, to) => save(row, fact, from, to),
    });
}
