import { useTranslation } from "react-i18next";
import { bulkField, type BulkField } from "../../platform/lists/list-bulk.ts";
import { choiceKind, dayKind, longKind } from "../../platform/record/editable-fact.tsx";
import { useProductLines } from "../products/index.ts";

/** What many opportunities can be given at once. */
export function useOpportunityBulkFields(): BulkField[] {
  const { t } = useTranslation("opportunities");
  const lines = useProductLines();
  return [
    bulkField({ id: "expectedCloseOn", label: t("field.expectedCloseOn"), kind: dayKind }),
    bulkField({ id: "nextStep", label: t("field.nextStep"), kind: longKind }),
    bulkField({ id: "nextStepOn", label: t("field.nextStepOn"), kind: dayKind }),
    bulkField({ id: "productLineId", label: t("field.productLineId"), kind: choiceKind(lines.options, true) }),
  ];
}
