export interface WindowOfRows {
  /** Index of the first row that is drawn. */
  first: number;
  /** Index after the last. */
  last: number;
}

/** Below this many rows everything is drawn: find-in-page works, and it is fast enough. */
export const ROWS_DRAWN_WHOLE = 120;

/** Rows drawn above and below what is seen, so that scrolling meets no white. */
const SPARE_ROWS = 20;

/** Which rows of equal height must be drawn for what is seen between `scrollTop` and `scrollTop + height`. */
export function windowOfRows(count: number, rowHeight: number, scrollTop: number, height: number): WindowOfRows {
  if (count <= ROWS_DRAWN_WHOLE) return { first: 0, last: count };
  const first = Math.max(0, Math.floor(scrollTop / rowHeight) - SPARE_ROWS);
  const last = Math.min(count, Math.ceil((scrollTop + height) / rowHeight) + SPARE_ROWS);
  return { first: Math.min(first, last), last };
}
