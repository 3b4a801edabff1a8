import { ADDED_TARGET, type ImportTarget } from "@tongzhou/contract/import-settings";
import { useTranslation } from "react-i18next";
import { useAddedFieldWords } from "../../platform/custom-fields/useAddedFieldWords.ts";
import { useAddedFieldsById } from "../../platform/custom-fields/useAddedFields.ts";

/** How what a column goes to is called; an added field by the name that the company gave it. */
export function useTargetName(): (target: ImportTarget, fieldId?: string) => string {
  const { t } = useTranslation("imports");
  const fields = useAddedFieldsById();
  const words = useAddedFieldWords();
  return (target, fieldId) => {
    const field = target === ADDED_TARGET ? fields.get(fieldId ?? "") : undefined;
    return field === undefined ? t(`targets.${target}`) : words.name(field);
  };
}
