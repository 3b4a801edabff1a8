import { SIZE_BANDS } from "@tongzhou/contract/accounts";
import type { EnrichedField, FactOrigin } from "@tongzhou/contract/enrichment";
import { useTranslation } from "react-i18next";
import { useCodeWords } from "../../platform/codes/useCodeWords.ts";
import { useRegions } from "../../platform/regions/useRegions.ts";

export interface FactWords {
  field: (field: EnrichedField) => string;
  value: (field: EnrichedField, value: string) => string;
  /** Where exactly it says so: a file with version and line. */
  origin: (origin: FactOrigin) => string;
}

/** Facts of companies in words. A page that uses it names the words `regions` and `codes`. */
export function useFactWords(): FactWords {
  const { t } = useTranslation("enrichment");
  const codes = useCodeWords();
  const regions = useRegions();
  return {
    field: (field) => t(`field.${field}`),
    value(field, value) {
      if (field === "industryCode") return codes.name("industry", value);
      if (field === "regionCode") return regions.name(value);
      const size = SIZE_BANDS.find((band) => band === value);
      return field === "sizeBand" && size !== undefined ? t(`size.${size}`) : value;
    },
    origin: ({ words, version, line }) =>
      version === null || line === null ? words : t("originLine", { words, version, line }),
  };
}
