import type { GradeCell, LeadStandard, ResponseTime } from "@tongzhou/contract/lead-standard";

/**
 * The first-response time of a cell and product line (R-LEAD-3): of the line itself, else of the nearest line above it that
 * names the cell, else the general one. `path` leads from the product line up to the root. Throws when the general table
 * leaves the cell out, which a signed standard does not.
 */
export function responseTime(
  standard: Pick<LeadStandard, "responseTimes">,
  cell: GradeCell,
  path: readonly string[],
): ResponseTime {
  for (const productLineId of [...path, null]) {
    const times = standard.responseTimes.find((one) => one.productLineId === productLineId)?.cells[cell];
    if (times !== undefined) return times;
  }
  throw new RangeError(`the standard has no first-response time for ${cell}`);
}
