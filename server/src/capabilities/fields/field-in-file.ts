import type { CustomField, FieldType, FieldValue } from "@tongzhou/contract/fields";
import type { HouseFieldInFile } from "../../platform/custom-fields/house-field.ts";
import type { FileWords } from "../../platform/sheets/file-words.ts";
import { majorUnits } from "../../platform/sheets/sheet-cell.ts";
import type { CellKind, SheetCell } from "../../platform/sheets/sheet-cell.ts";
import { regionPath } from "../accounts/index.ts";

/** What stands between several options; an import takes them apart by it again. */
const BETWEEN_OPTIONS = "; ";

const KINDS: Partial<Record<FieldType, CellKind>> = { number: "number", money: "money", date: "day" };

type Kind = Pick<CustomField, "type" | "options">;

/** How the values of a field leave in a file: figures and days as such, everything that is coded by its name. */
export function fieldInFile(field: Kind): HouseFieldInFile {
  return {
    kind: KINDS[field.type] ?? "text",
    cell: ({ value, label, masked }, words) =>
      masked || value === null ? label : writtenValue(field, value, label, words),
  };
}

function writtenValue(field: Kind, value: NonNullable<FieldValue>, label: string | null, words: FileWords): SheetCell {
  const named = (id: string): string => {
    const option = field.options?.find((one) => one.id === id);
    return (words.language === "en" ? option?.nameEn : null) ?? option?.name ?? "";
  };
  if (typeof value === "boolean") return words.word("answer", value ? "yes" : "no");
  if (Array.isArray(value)) return value.map(named).join(BETWEEN_OPTIONS);
  if (typeof value === "object") {
    return value.currency === words.currency ? value : `${value.currency} ${majorUnits(value)}`;
  }
  switch (field.type) {
    case "choice":
      return named(String(value));
    case "region":
      return regionPath(String(value));
    case "industry":
      return words.word("industry", String(value));
    case "user":
    case "link":
      return label;
    default:
      return value;
  }
}
