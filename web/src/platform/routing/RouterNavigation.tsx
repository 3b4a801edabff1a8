import type { AnyRouter } from "@tanstack/react-router";
import { useMemo, type ReactNode } from "react";
import { NavigateContext, type Navigate } from "../../ui/navigation/navigate.ts";

/** Lets the links and rows of `ui` go through the router. */
export function RouterNavigation({ router, children }: { router: AnyRouter; children: ReactNode }) {
  const navigate = useMemo<Navigate>(
    () => ({
      go(href) {
        // What the server draws itself is no page of ours.
        if (href.startsWith("/api/")) window.location.assign(href);
        else void router.navigate({ href });
      },
      prepare(href) {
        const { pathname } = new URL(href, window.location.origin);
        // Fetching ahead is a courtesy; whatever stops it will be said when somebody really goes there.
        router.preloadRoute({ to: pathname }).catch(() => undefined);
      },
    }),
    [router],
  );
  return <NavigateContext value={navigate}>{children}</NavigateContext>;
}
