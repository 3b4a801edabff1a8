import { useLocation } from "@tanstack/react-router";
import { useEffect, useRef, type RefObject } from "react";

/** After going to another page the keyboard and the screen reader begin at its start, not where the old page was left. */
export function useFocusAfterNavigation(start: RefObject<HTMLElement | null>): void {
  const { pathname } = useLocation();
  const before = useRef(pathname);
  useEffect(() => {
    if (before.current === pathname) return;
    before.current = pathname;
    start.current?.focus({ preventScroll: true });
  }, [pathname, start]);
}
