import { useQuery } from "@tanstack/react-query";
import type { CellDestination, GradeCell, GradeMatrix } from "@tongzhou/contract/lead-standard";
import { standards } from "@tongzhou/contract/standards";
import { reading } from "../../platform/http/queries.ts";
import { useMay } from "../../platform/session/session.ts";
import type { Paint } from "../../ui/signs/CellChip.tsx";

const PAINTS: Record<CellDestination, Paint> = { mql: "border", qualify: "tint", nurture: "frame", hold: "dashes" };

/** A standard changes a few times a year. */
const FRESH_MS = 10 * 60_000;

export const paintOf = (destination: CellDestination): Paint => PAINTS[destination];

export interface CellPaints {
  matrix: GradeMatrix | undefined;
  /** What the standard in force does with a cell; framed while that is unknown. */
  paint: (cell: GradeCell) => Paint;
}

/** Paints of grades: what the standard in force does with each cell. */
export function useCellPaints(): CellPaints {
  const may = useMay("standard", "read");
  const versions = useQuery({ ...reading(standards.list), enabled: may, staleTime: FRESH_MS });
  const inForce = versions.data?.find(({ state }) => state === "in_force");
  const standardId = inForce?.id ?? "";
  const read = useQuery({
    ...reading(standards.read, { params: { standardId } }),
    enabled: inForce !== undefined,
    staleTime: FRESH_MS,
  });
  const matrix = read.data?.content.matrix;
  return {
    matrix,
    paint: (cell) => {
      const destination = matrix?.[cell];
      return destination === undefined ? "frame" : paintOf(destination);
    },
  };
}
