import { ADDED_TARGET, type ImportTarget } from "@tongzhou/contract/import-settings";
import { FieldValue } from "@tongzhou/contract/fields";
import { useCodeWords } from "../../platform/codes/useCodeWords.ts";
import { useAddedFieldWords } from "../../platform/custom-fields/useAddedFieldWords.ts";
import { useAddedFieldsById } from "../../platform/custom-fields/useAddedFields.ts";
import { useFormat } from "../../platform/format/useFormat.ts";
import { useRegions } from "../../platform/regions/useRegions.ts";

const DATES: ReadonlySet<string> = new Set(["occurredAt", "stageSince"]);
const REGIONS: ReadonlySet<string> = new Set(["region", "province", "city", "district"]);

/** Of a company by itself; what a list of people says of an industry are its own words. */
const INDUSTRY_CODE = /^(?:[A-T]|\d{2,4})$/;

/** What a cell was understood as, as people say it. @returns for an added field its id is said, too. */
export function useReadValue(): (target: ImportTarget, value: string, fieldId?: string) => string {
  const format = useFormat();
  const regions = useRegions();
  const fields = useAddedFieldsById();
  const words = useAddedFieldWords();
  const codes = useCodeWords();
  return (target, value, fieldId) => {
    if (target === ADDED_TARGET) {
      const field = fields.get(fieldId ?? "");
      const held = FieldValue.parse(JSON.parse(value));
      // A colleague comes by name.
      return field === undefined || held === null ? "" : words.value(field, held, String(held));
    }
    if (DATES.has(target)) return format.fullMoment(value);
    if (target === "industry" && INDUSTRY_CODE.test(value)) return codes.name("industry", value);
    return REGIONS.has(target) ? regions.name(value) : value;
  };
}
