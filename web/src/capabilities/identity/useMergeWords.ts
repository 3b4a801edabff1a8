import type { MergeChoice, MergeField } from "@tongzhou/contract/identity";
import { useTranslation } from "react-i18next";
import { useCodeWords } from "../../platform/codes/useCodeWords.ts";
import { useRegions } from "../../platform/regions/useRegions.ts";

export interface MergeWords {
  field: (field: MergeField) => string;
  /** A value of a fact as people read it. */
  value: (field: MergeField, value: string | null) => string;
  because: (choice: MergeChoice) => string;
  /** How many of what. */
  moving: (moves: readonly { what: string; count: number }[]) => string;
}

/** How merges are written. */
export function useMergeWords(): MergeWords {
  const { t } = useTranslation("identity");
  const codes = useCodeWords();
  const regions = useRegions();
  return {
    field: (field) => t(`field.${field}`),
    value(field, value) {
      if (value === null) return t("nothing");
      if (field === "regionCode") return regions.name(value);
      return field === "jobFunction" || field === "jobLevel" ? codes.name(field, value) : value;
    },
    because: ({ because }) => t(`because.${because}`),
    moving: (moves) => moves.map(({ what, count }) => t(`moving.${what}`, { count })).join(t("comma")),
  };
}
