import { FieldObject, type CustomField, type FieldWeight, type RowValues } from "@tongzhou/contract/fields";
import { useMemo } from "react";
import type { z } from "zod";
import { None } from "../../ui/signs/Marks.tsx";
import type { Column } from "../../ui/table/table-types.ts";
import { useAddedFields } from "./useAddedFields.ts";
import { useAddedFieldWords } from "./useAddedFieldWords.ts";

const WIDTH_PX = 160;
const FIGURES: ReadonlySet<CustomField["type"]> = new Set(["number", "money"]);

/** A row with what it has in added fields. */
interface RowWithValues {
  readonly custom?: z.infer<typeof RowValues>;
}

/** By this name a list's address and its saved views know the column of an added field, and its export does. */
export const addedColumnId = (fieldId: string): string => `custom.${fieldId}`;

/**
 * The columns of the fields that the company added to an object; none for lists of anything else.
 * @param only those of a weight, where columns cannot be chosen.
 */
export function useAddedColumns<Row>(object: string, only?: FieldWeight): readonly Column<Row>[] {
  const known = FieldObject.safeParse(object);
  const all = useAddedFields(known.data);
  const words = useAddedFieldWords();
  return useMemo(
    () =>
      all
        .filter(({ weight }) => only === undefined || weight === only)
        .map((field) => ({
          id: addedColumnId(field.id),
          head: words.name(field),
          width: WIDTH_PX,
          ...(FIGURES.has(field.type) ? { align: "end" as const } : {}),
          cell(row: Row) {
            const shown = (row as RowWithValues).custom?.find(({ fieldId }) => fieldId === field.id);
            if (shown === undefined) return <None />;
            const said = shown.value === null ? shown.label : words.value(field, shown.value, shown.label);
            return <span className="ell">{said}</span>;
          },
        })),
    [all, words, only],
  );
}
