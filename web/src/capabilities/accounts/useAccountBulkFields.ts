import { SIZE_BANDS } from "@tongzhou/contract/accounts";
import { useTranslation } from "react-i18next";
import { useCodeWords } from "../../platform/codes/useCodeWords.ts";
import { bulkField, type BulkField } from "../../platform/lists/list-bulk.ts";
import { choiceKind, textKind } from "../../platform/record/editable-fact.tsx";
import { useRegions } from "../../platform/regions/useRegions.ts";

/** What many accounts can be given at once. */
export function useAccountBulkFields(): BulkField[] {
  const { t } = useTranslation("accounts");
  const codes = useCodeWords();
  const regions = useRegions();
  const sizes = SIZE_BANDS.map((value) => ({ value, words: t(`size.${value}`) }));
  return [
    bulkField({
      id: "industryCode",
      label: t("field.industryCode"),
      kind: choiceKind(codes.options("industry"), true),
    }),
    bulkField({ id: "regionCode", label: t("field.regionCode"), kind: choiceKind(regions.options, true) }),
    bulkField({ id: "sizeBand", label: t("field.sizeBand"), kind: choiceKind(sizes, true) }),
    bulkField({ id: "tier", label: t("field.tier"), kind: textKind }),
  ];
}
