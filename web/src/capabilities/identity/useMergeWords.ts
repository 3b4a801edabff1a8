import { useTranslation } from "react-i18next";
import { useCodeWords } from "../../platform/codes/useCodeWords.ts";
import { useRegions } from "../../platform/regions/useRegions.ts";
import type { AnyMergeChoice, AnyMergeField, MergedObject } from "./merged-record.ts";

export interface MergeWords {
  field: (field: AnyMergeField) => string;
  /** A value of a fact as people read it. */
  value: (field: AnyMergeField, value: string | null) => string;
  because: (choice: AnyMergeChoice) => string;
  /** How many of what. */
  moving: (moves: readonly { what: string; count: number }[]) => string;
}

/** How merges are written. */
export function useMergeWords(object: MergedObject): MergeWords {
  const { t } = useTranslation("identity");
  const codes = useCodeWords();
  const regions = useRegions();
  return {
    field: (field) => t(field === "name" ? `${object}.name` : `field.${field}`),
    value(field, value) {
      if (field === "confirmed") return t(value === null ? "unconfirmed" : "confirmed");
      if (value === null) return t("nothing");
      if (field === "regionCode") return regions.name(value);
      if (field === "industryCode") return codes.name("industry", value);
      if (field === "sizeBand") return t("sizeOf", { band: value.replace("-", "–") });
      return field === "jobFunction" || field === "jobLevel" ? codes.name(field, value) : value;
    },
    because: ({ because }) => t(`because.${because}`),
    moving: (moves) => moves.map(({ what, count }) => t(`moving.${what}`, { count })).join(t("comma")),
  };
}
