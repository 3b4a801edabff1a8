import { useFormat } from "../../platform/format/useFormat.ts";

/** Points with their sign, so that lines can be added up by eye: +30, −10. */
export function useSignedPoints(): (points: number) => string {
  const format = useFormat();
  return (points) => `${points < 0 ? "−" : "+"}${format.count(Math.abs(points))}`;
}
