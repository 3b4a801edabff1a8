import { useTranslation } from "react-i18next";
import { bulkField, type BulkField } from "../../platform/lists/list-bulk.ts";
import { choiceKind, textKind } from "../../platform/record/editable-fact.tsx";
import { useProductLines } from "../products/index.ts";

/** What many leads can be given at once. */
export function useLeadBulkFields(): BulkField[] {
  const { t } = useTranslation("leads");
  const lines = useProductLines();
  return [
    bulkField({ id: "productLineId", label: t("fact.productLine"), kind: choiceKind(lines.options, true) }),
    bulkField({ id: "source", label: t("fact.source"), kind: textKind }),
  ];
}
