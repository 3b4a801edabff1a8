import { useLayoutEffect, useState, type RefObject } from "react";
import { windowOfRows, type WindowOfRows } from "./window-of-rows.ts";

/** How close to the end the next page is asked for, px: about a screen, so that scrolling never waits. */
const AHEAD_PX = 900;

export interface RowWindowUse {
  scroller: RefObject<HTMLElement | null>;
  count: number;
  rowHeight: number;
  onNearEnd: () => void;
}

/** Follows the scrolling of a list: which rows to draw, and when to ask for more. */
export function useRowWindow({ scroller, count, rowHeight, onNearEnd }: RowWindowUse): WindowOfRows {
  const [rows, setRows] = useState<WindowOfRows>(() => windowOfRows(count, rowHeight, 0, 1200));
  useLayoutEffect(() => {
    const box = scroller.current;
    if (box === null) return undefined;
    const look = () => {
      const next = windowOfRows(count, rowHeight, box.scrollTop, box.clientHeight);
      setRows((before) => (before.first === next.first && before.last === next.last ? before : next));
      if (box.scrollHeight - box.scrollTop - box.clientHeight < AHEAD_PX) onNearEnd();
    };
    look();
    const sizes = new ResizeObserver(look);
    sizes.observe(box);
    box.addEventListener("scroll", look, { passive: true });
    return () => {
      sizes.disconnect();
      box.removeEventListener("scroll", look);
    };
  }, [scroller, count, rowHeight, onNearEnd]);
  return { first: Math.min(rows.first, count), last: Math.min(rows.last, count) };
}
