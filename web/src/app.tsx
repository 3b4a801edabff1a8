import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { lazy } from "react";
import { beginnings, phoneBeginning } from "./beginnings.ts";
import { loadNotificationPanel, Unread } from "./capabilities/notifications/index.ts";
import { recordSource } from "./capabilities/search/index.ts";
import { pages } from "./pages.ts";
import { NotFoundPage } from "./pages/NotFoundPage.tsx";
import { phonePlaces, places } from "./places.ts";
import { ErrorBoundary } from "./platform/errors/ErrorBoundary.tsx";
import { queryClient } from "./platform/http/queries.ts";
import { loadWords } from "./platform/language/start-words.ts";
import { addPaletteSource } from "./platform/palette/palette.ts";
import { pageRouter } from "./platform/routing/page-router.tsx";
import { RouterNavigation } from "./platform/routing/RouterNavigation.tsx";
import { Shell } from "./platform/shell/Shell.tsx";
import { ShellPiecesContext } from "./platform/shell/shell-pieces.ts";
import type { ShellPieces } from "./platform/shell/shell-types.ts";
import { ToastPlace } from "./ui/feedback/ToastPlace.tsx";

const HOME = "/today";

const router = pageRouter({ pages, shell: Shell, notFound: NotFoundPage, home: HOME });

const NotificationPanel = lazy(async () => {
  const [panel] = await Promise.all([loadNotificationPanel(), loadWords(["notifications"])]);
  return { default: panel };
});

/** What capabilities put into the shell. */
const pieces: ShellPieces = {
  places,
  phonePlaces,
  beginnings,
  phoneBeginning,
  notifications: { Unread, Panel: NotificationPanel },
};

addPaletteSource(recordSource);

/** The application: everything that is there whatever the page. */
export function App() {
  return (
    <ErrorBoundary>
      <QueryClientProvider client={queryClient}>
        <ShellPiecesContext value={pieces}>
          <RouterNavigation router={router}>
            <RouterProvider router={router} />
            <ToastPlace />
          </RouterNavigation>
        </ShellPiecesContext>
      </QueryClientProvider>
    </ErrorBoundary>
  );
}
