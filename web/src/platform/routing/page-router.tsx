import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
  useRouter,
  type AnyRoute,
} from "@tanstack/react-router";
import type { ReactNode } from "react";
import { SkeletonRows } from "../../ui/feedback/SkeletonRows.tsx";
import { PageFailure } from "../errors/PageFailure.tsx";
import { UnreachableError } from "../http/problem-error.ts";
import { askNow } from "../offline/connection.ts";
import { fetchCode } from "../offline/fetch-code.ts";
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
      loader: () => Promise.all([fetchPage(page), loadWords(page.words)]),
    });
  const openPages = pages.filter((page) => page.open === true).map(routeOf(root));
  const shellPages = pages.filter((page) => page.open !== true).map(routeOf(inShell));
  return createRouter({
    routeTree: root.addChildren([...openPages, inShell.addChildren([atHome, ...shellPages, nowhere])]),
    defaultPreload: false,
    defaultPendingMs: PENDING_AFTER_MS,
    defaultPendingComponent: () => <SkeletonRows edge rows={12} />,
    defaultErrorComponent: RouteFailure,
    defaultNotFoundComponent: notFound,
    scrollRestoration: true,
  });
}

/** Says that a page cannot be fetched offline; of code that a newer version has replaced the component itself takes care. */
async function fetchPage({ load }: PageEntry): Promise<void> {
  try {
    await fetchCode(load);
  } catch (failure) {
    if (failure instanceof UnreachableError) throw failure;
  }
}

function RouteFailure({ error }: { error: unknown }) {
  const router = useRouter();
  const retry = error instanceof UnreachableError ? openAnew : () => router.invalidate();
  return <PageFailure error={error} onRetry={() => void retry()} />;
}

/** Styles that could not be fetched once are not asked for again in the life of a document, so it begins a new one. */
async function openAnew(): Promise<void> {
  if (await askNow()) window.location.reload();
}
