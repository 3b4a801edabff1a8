import { ADDED_TARGET, type ImportTarget } from "@tongzhou/contract/import-settings";
import { FieldValue } from "@tongzhou/contract/fields";
import { useAddedFieldWords } from "../../platform/custom-fields/useAddedFieldWords.ts";
import { useAddedFieldsById } from "../../platform/custom-fields/useAddedFields.ts";
import { useFormat } from "../../platform/format/useFormat.ts";
import { useRegions } from "../../platform/regions/useRegions.ts";

const DATES: ReadonlySet<string> = new Set(["occurredAt", "stageSince"]);
const REGIONS: ReadonlySet<string> = new Set(["region", "province", "city", "district"]);

/** What a cell was understood as, as people say it. @returns for an added field its id is said, too. */
export function useReadValue(): (target: ImportTarget, value: string, fieldId?: string) => string {
  const format = useFormat();
  const regions = useRegions();
  const fields = useAddedFieldsById();
  const words = useAddedFieldWords();
  return (target, value, fieldId) => {
    if (target === ADDED_TARGET) {
      const field = fields.get(fieldId ?? "");
      const held = FieldValue.parse(JSON.parse(value));
      // A colleague comes by name.
      return field === undefined || held === null ? "" : words.value(field, held, String(held));
    }
    if (DATES.has(target)) return format.fullMoment(value);
    return REGIONS.has(target) ? regions.name(value) : value;
  };
}
