import { ENGAGEMENT_GRADES, FIT_GRADES } from "@tongzhou/contract/lead-standard";
import type {
  EngagementBorders,
  EngagementGrade,
  FitBorders,
  FitGrade,
  GradeCell,
} from "@tongzhou/contract/lead-standard";

const TENTHS = 10;

export interface Grade {
  readonly fit: FitGrade;
  readonly engagement: EngagementGrade;
  readonly cell: GradeCell;
  /** The border each score reached; null in the last grade, which has none. Whole points. */
  readonly fitBorder: number | null;
  readonly engagementBorder: number | null;
}

/** Both scores as one cell (R-SCORE-1). Borders are whole points and belong to the better grade; engagement is in tenths. */
export function grade(
  fitPoints: number,
  engagementTenths: number,
  borders: { readonly fitBorders: FitBorders; readonly engagementBorders: EngagementBorders },
): Grade {
  const { fitBorders, engagementBorders } = borders;
  const fitBorderOf = (one: FitGrade): number | null => (one === "D" ? null : fitBorders[one]);
  const engagementBorderOf = (one: EngagementGrade): number | null => (one === 4 ? null : engagementBorders[one]);
  const fit = FIT_GRADES.find((one) => fitPoints >= (fitBorderOf(one) ?? Number.NEGATIVE_INFINITY)) ?? "D";
  const engagement =
    ENGAGEMENT_GRADES.find(
      (one) => engagementTenths >= (engagementBorderOf(one) ?? Number.NEGATIVE_INFINITY) * TENTHS,
    ) ?? 4;
  return {
    fit,
    engagement,
    cell: `${fit}${engagement}`,
    fitBorder: fitBorderOf(fit),
    engagementBorder: engagementBorderOf(engagement),
  };
}
