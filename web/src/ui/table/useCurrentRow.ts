import { useEffect, useState, type RefObject } from "react";
import { useTranslation } from "react-i18next";
import { useShortcut } from "../keyboard/useShortcut.ts";

export interface CurrentRow {
  /** The row the keys act on; undefined until somebody moves. */
  id: string | undefined;
  set: (id: string | undefined) => void;
}

export interface CurrentRowUse {
  ids: readonly string[];
  open: (id: string) => void;
  toggle?: ((id: string) => void) | undefined;
  scroller: RefObject<HTMLElement | null>;
  rowHeight: number;
}

/** j and k move the current row, x chooses it, Enter opens it. */
export function useCurrentRow({ ids, open, toggle, scroller, rowHeight }: CurrentRowUse): CurrentRow {
  const [id, set] = useState<string>();
  const { t } = useTranslation("ui");
  const at = id === undefined ? -1 : ids.indexOf(id);
  const move = (step: number) => {
    const next = ids[Math.max(0, Math.min(ids.length - 1, at + step))];
    if (next !== undefined) set(next);
  };
  useScrolledInto(scroller, at, rowHeight);
  const hasRows = ids.length > 0;
  useShortcut({ keys: "j", words: t("nextRow"), run: () => move(1), when: hasRows });
  useShortcut({ keys: "k", words: t("previousRow"), run: () => move(-1), when: hasRows });
  useShortcut({ keys: "enter", words: t("openRow"), run: () => id !== undefined && open(id), when: at >= 0 });
  useShortcut({
    keys: "x",
    words: t("selectRow"),
    run: () => id !== undefined && toggle?.(id),
    when: at >= 0 && toggle !== undefined,
  });
  return { id: at >= 0 ? id : undefined, set };
}

const HEAD_PX = 32;

/** Keeps the current row in sight, below the sticky head. */
function useScrolledInto(scroller: RefObject<HTMLElement | null>, at: number, rowHeight: number): void {
  useEffect(() => {
    if (scroller.current !== null && at >= 0) scrollRowIntoView(scroller.current, at * rowHeight, rowHeight);
  }, [scroller, at, rowHeight]);
}

function scrollRowIntoView(box: HTMLElement, top: number, height: number): void {
  const bottom = top + height + HEAD_PX;
  if (top < box.scrollTop) box.scrollTop = top;
  else if (bottom > box.scrollTop + box.clientHeight) box.scrollTop = bottom - box.clientHeight;
}
