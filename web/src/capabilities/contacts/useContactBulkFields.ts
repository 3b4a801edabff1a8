import { useTranslation } from "react-i18next";
import { useCodeWords } from "../../platform/codes/useCodeWords.ts";
import { bulkField, type BulkField } from "../../platform/lists/list-bulk.ts";
import { choiceKind, textKind } from "../../platform/record/editable-fact.tsx";
import { useRegions } from "../../platform/regions/useRegions.ts";

/** What many people can be given at once. */
export function useContactBulkFields(): BulkField[] {
  const { t } = useTranslation("contacts");
  const codes = useCodeWords();
  const regions = useRegions();
  return [
    bulkField({ id: "title", label: t("field.title"), kind: textKind }),
    bulkField({
      id: "jobFunction",
      label: t("field.jobFunction"),
      kind: choiceKind(codes.options("jobFunction"), true),
    }),
    bulkField({ id: "jobLevel", label: t("field.jobLevel"), kind: choiceKind(codes.options("jobLevel"), true) }),
    bulkField({ id: "regionCode", label: t("field.regionCode"), kind: choiceKind(regions.options, true) }),
  ];
}
