const CENTRE = 7;
/** Half the stroke of the glass reaches inwards; a smaller radius would leave a gap that looks like a smile. */
const RADIUS = 5.2;

/** SVG path of the water in a 14 px glass filled to `level` (0 to 1, exclusive). */
export function waterPath(level: number): string {
  const y = CENTRE + RADIUS * (1 - 2 * level);
  const half = Math.sqrt(Math.max(0, RADIUS ** 2 - (y - CENTRE) ** 2));
  const largeArc = level > 0.5 ? 1 : 0;
  const at = (n: number) => n.toFixed(2);
  return `M${at(CENTRE - half)} ${at(y)}A${RADIUS} ${RADIUS} 0 ${largeArc} 0 ${at(CENTRE + half)} ${at(y)}Z`;
}
