import type { Endpoint } from "@tongzhou/contract/endpoint";
import {
  FieldObject,
  fields,
  type CustomField,
  type FieldValue,
  type RowValues,
  type ShownValue,
} from "@tongzhou/contract/fields";
import { useTranslation } from "react-i18next";
import type { z } from "zod";
import { None } from "../../ui/signs/Marks.tsx";
import type { Column } from "../../ui/table/table-types.ts";
import { useCells } from "../lists/use-cells.ts";
import { useAddedFields } from "./useAddedFields.ts";
import { useAddedFieldWords } from "./useAddedFieldWords.ts";
import { useAddedKind } from "./useAddedKind.tsx";

const WIDTH_PX = 160;
const FIGURES: ReadonlySet<CustomField["type"]> = new Set(["number", "money"]);

/** A row with what it has in added fields. */
interface RowWithValues {
  readonly id: string;
  readonly custom?: z.infer<typeof RowValues>;
  readonly mayEdit?: boolean;
}

/** By this name a list's address and its saved views know the column of an added field, and its export does. */
export const addedColumnId = (fieldId: string): string => `custom.${fieldId}`;

/**
 * The columns of the fields that the company added to an object, edited where they stand; none for lists of anything else.
 * @param list reads the rows.
 */
export function useAddedColumns<Row extends { readonly id: string }>(
  object: string,
  list: Pick<Endpoint, "id">,
): readonly Column<Row>[] {
  const { t } = useTranslation("custom-fields");
  const known = FieldObject.safeParse(object);
  const all = useAddedFields(known.data);
  const words = useAddedFieldWords();
  const kindOf = useAddedKind();
  const cell = useCells<RowWithValues>(
    {
      list,
      edit: fields.editValues,
      params: ({ id }) => ({ object, recordId: id }),
      stale: [fields.values],
    },
    (name) => t("changed", { name }),
  );
  const shownOf = (row: RowWithValues, field: CustomField) => row.custom?.find(({ fieldId }) => fieldId === field.id);
  return all.map((field) => ({
    id: addedColumnId(field.id),
    head: words.name(field),
    width: WIDTH_PX,
    ...(FIGURES.has(field.type) ? { align: "end" as const } : {}),
    fact(listed: Row) {
      const row: RowWithValues = listed;
      const shown = shownOf(row, field);
      if (row.mayEdit !== true || shown?.masked === true) return undefined;
      const held = shown === undefined ? undefined : { ...shown, verified: null };
      return cell<NonNullable<FieldValue>>(row, {
        field: field.id,
        label: words.name(field),
        value: shown?.value ?? null,
        kind: kindOf(field, held),
        show: (value) => words.value(field, value, value === shown?.value ? shown.label : null),
        patch: (one, value) => ({ ...one, custom: withValue(one.custom ?? [], field, value) }),
        body: (from, to) => ({ changes: { [field.id]: { from, to } } }),
        notUnderstood: t(field.type === "number" ? "noNumber" : "notUnderstood"),
      });
    },
    cell(listed: Row) {
      const shown = shownOf(listed, field);
      if (shown === undefined) return <None />;
      const said = shown.value === null ? shown.label : words.value(field, shown.value, shown.label);
      return <span className="ell">{said}</span>;
    },
  }));
}

/** The values of a row with another one of a field; the name behind a person or a link is known once it is read again. */
function withValue(values: readonly ShownValue[], field: CustomField, value: FieldValue): ShownValue[] {
  const others = values.filter(({ fieldId }) => fieldId !== field.id);
  return value === null ? others : [...others, { fieldId: field.id, value, label: null, masked: false }];
}
