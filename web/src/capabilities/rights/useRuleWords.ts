import type { TerritoryRule } from "@tongzhou/contract/territories";
import { useTranslation } from "react-i18next";
import { useCodeWords } from "../../platform/codes/useCodeWords.ts";
import { useRegions } from "../../platform/regions/useRegions.ts";

/** The rule of a territory in words: 上海、浙江 · 化学原料 · 1000-4999 人. */
export function useRuleWords(): (rule: TerritoryRule) => string {
  const { t } = useTranslation("rights");
  const regions = useRegions();
  const codes = useCodeWords();
  return ({ regions: places, industries, sizeBands }) =>
    [
      places.map(regions.name).join(t("territory.or")),
      industries.map((code) => codes.name("industry", code)).join(t("territory.or")),
      sizeBands.map((band) => t("territory.people", { band })).join(t("territory.or")),
    ]
      .filter((part) => part !== "")
      .join(" · ");
}
