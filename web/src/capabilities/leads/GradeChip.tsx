import type { Grade } from "@tongzhou/contract/lead-row";
import { CellChip } from "../../ui/signs/CellChip.tsx";
import { None } from "../../ui/signs/Marks.tsx";
import { useCellPaints } from "./useCellPaints.ts";

/** The grade of a lead, painted by where the standard in force sends it. */
export function GradeChip({ grade, size = "normal" }: { grade: Grade | null; size?: "normal" | "big" }) {
  const { paint } = useCellPaints();
  return grade === null ? <None /> : <CellChip paint={paint(grade.cell)} label={grade.cell} size={size} />;
}
