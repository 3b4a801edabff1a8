/** Which columns a list shows, in which order, and how wide those are whose width was chosen. */
export interface ColumnLayout {
  readonly visible: readonly string[];
  /** px by column. */
  readonly widths: Readonly<Record<string, number>>;
}

/** Narrower, a column says nothing; wider, it hides the others. */
export const NARROWEST_PX = 48;
export const WIDEST_PX = 800;

const WITH_WIDTH = /^(.+)@(\d{1,4})$/;

/** A layout as addresses and saved views keep it: `["name@240", "account"]`. */
export function readLayout(kept: readonly string[]): ColumnLayout {
  const widths: Record<string, number> = {};
  const visible = kept.map((entry) => {
    const [, id, width] = WITH_WIDTH.exec(entry) ?? [];
    if (id === undefined) return entry;
    widths[id] = boundedWidth(Number(width));
    return id;
  });
  return { visible: [...new Set(visible)], widths };
}

/** The layout as it is kept; widths of columns that are not shown are forgotten. */
export const writeLayout = ({ visible, widths }: ColumnLayout): string[] =>
  visible.map((id) => (widths[id] === undefined ? id : `${id}@${boundedWidth(widths[id])}`));

export const boundedWidth = (px: number): number => Math.round(Math.min(Math.max(px, NARROWEST_PX), WIDEST_PX));

/** The columns with one of them at another place. */
export function movedColumn(visible: readonly string[], from: number, to: number): string[] {
  const next = [...visible];
  const [taken] = next.splice(from, 1);
  if (taken !== undefined) next.splice(Math.min(Math.max(to, 0), next.length), 0, taken);
  return next;
}
