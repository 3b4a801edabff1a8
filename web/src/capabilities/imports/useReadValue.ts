import type { ImportTarget } from "@tongzhou/contract/import-settings";
import { useFormat } from "../../platform/format/useFormat.ts";
import { useRegions } from "../../platform/regions/useRegions.ts";

const DATES: ReadonlySet<string> = new Set(["occurredAt", "stageSince"]);
const REGIONS: ReadonlySet<string> = new Set(["region", "province", "city", "district"]);

/** What a cell was understood as, as people say it. */
export function useReadValue(): (target: ImportTarget, value: string) => string {
  const format = useFormat();
  const regions = useRegions();
  return (target, value) => {
    if (DATES.has(target)) return format.fullMoment(value);
    return REGIONS.has(target) ? regions.name(value) : value;
  };
}
