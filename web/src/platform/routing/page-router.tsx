import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
  type AnyRoute,
} from "@tanstack/react-router";
import type { ReactNode } from "react";
import { SkeletonRows } from "../../ui/feedback/SkeletonRows.tsx";
import { PageFailure } from "../errors/PageFailure.tsx";
import { loadWords } from "../language/start-words.ts";
import { findSession } from "../session/session.ts";
import type { PageEntry } from "./page-entry.ts";

export interface PageRouterPlan {
  pages: readonly PageEntry[];
  /** Drawn around every page that needs a session; holds an `<Outlet />`. */
  shell: () => ReactNode;
  /** Stands where an address leads nowhere. */
  notFound: () => ReactNode;
  /** Where `/` leads. */
  home: string;
}

const PENDING_AFTER_MS = 300;
const SIGN_IN = "/sign-in";

/** Makes the router of the application from its pages. Pages are fetched when somebody goes there or points at a link. */
export function pageRouter({ pages, shell, notFound, home }: PageRouterPlan) {
  const root = createRootRoute({ component: Outlet, notFoundComponent: notFound });
  const inShell = createRoute({
    getParentRoute: () => root,
    id: "shell",
    component: shell,
    async beforeLoad({ location }) {
      const who = await findSession();
      if (who === undefined) throw redirect({ to: SIGN_IN, search: { to: location.href } });
    },
  });
  const atHome = createRoute({
    getParentRoute: () => inShell,
    path: "/",
    beforeLoad() {
      throw redirect({ to: home, replace: true });
    },
  });
  const nowhere = createRoute({ getParentRoute: () => inShell, path: "$", component: notFound });
  const routeOf = (parent: AnyRoute) => (page: PageEntry) =>
    createRoute({
      getParentRoute: () => parent,
      path: page.path,
      component: lazyRouteComponent(async () => ({ default: await page.load() })),
      loader: () => loadWords(page.words),
    });
  const openPages = pages.filter((page) => page.open === true).map(routeOf(root));
  const shellPages = pages.filter((page) => page.open !== true).map(routeOf(inShell));
  return createRouter({
    routeTree: root.addChildren([...openPages, inShell.addChildren([atHome, ...shellPages, nowhere])]),
    defaultPreload: false,
    defaultPendingMs: PENDING_AFTER_MS,
    defaultPendingComponent: () => <SkeletonRows edge rows={12} />,
    defaultErrorComponent: ({ error, reset }) => <PageFailure error={error} onRetry={reset} />,
    defaultNotFoundComponent: notFound,
    scrollRestoration: true,
  });
}
