import { useCallback, useSyncExternalStore } from "react";

/** Below this the phone layout stands. */
export const PHONE_QUERY = "(max-width: 767px)";
/** Below this the right column becomes a drawer and the sidebar a rail. */
export const NARROW_QUERY = "(max-width: 1199px)";

/** Whether a media query holds now. */
export function useMedia(query: string): boolean {
  const subscribe = useCallback(
    (listener: () => void) => {
      const list = window.matchMedia(query);
      list.addEventListener("change", listener);
      return () => list.removeEventListener("change", listener);
    },
    [query],
  );
  return useSyncExternalStore(
    subscribe,
    () => window.matchMedia(query).matches,
    () => false,
  );
}

export const usePhone = (): boolean => useMedia(PHONE_QUERY);
