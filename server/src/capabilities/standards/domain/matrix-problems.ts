import { GRADE_CELLS } from "@tongzhou/contract/lead-standard";
import type { DraftProblem } from "@tongzhou/contract/draft-problem";
import type { LeadStandard } from "@tongzhou/contract/lead-standard";
import { error } from "./naming-problems.ts";

/** Cells that are not painted, borders that do not descend, a matrix that sends nobody on. */
export function matrixProblems(
  standard: Pick<LeadStandard, "matrix" | "fitBorders" | "engagementBorders">,
): DraftProblem[] {
  const { matrix, fitBorders, engagementBorders } = standard;
  const problems = GRADE_CELLS.filter((cell) => matrix[cell] === undefined).map((cell) =>
    error(`/matrix/${cell}`, "cell_not_painted", { cell }),
  );
  const passes = Object.values(matrix).some((destination) => destination === "mql" || destination === "qualify");
  if (!passes) problems.push(error("/matrix", "nobody_passes"));
  return [
    ...problems,
    ...descending("/fitBorders", [
      ["A", fitBorders.A],
      ["B", fitBorders.B],
      ["C", fitBorders.C],
    ]),
    ...descending("/engagementBorders", [
      ["1", engagementBorders[1]],
      ["2", engagementBorders[2]],
      ["3", engagementBorders[3]],
    ]),
  ];
}

function descending(path: string, borders: readonly (readonly [grade: string, border: number])[]): DraftProblem[] {
  return borders.flatMap(([grade, border], index) => {
    const better = borders[index - 1];
    return better !== undefined && border >= better[1]
      ? [error(`${path}/${grade}`, "border_not_below", { grade, border, better: better[0], betterBorder: better[1] })]
      : [];
  });
}
