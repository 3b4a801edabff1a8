import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { pages } from "./pages.ts";
import { NotFoundPage } from "./pages/NotFoundPage.tsx";
import { phonePlaces, places } from "./places.ts";
import { ErrorBoundary } from "./platform/errors/ErrorBoundary.tsx";
import { queryClient } from "./platform/http/queries.ts";
import { pageRouter } from "./platform/routing/page-router.tsx";
import { RouterNavigation } from "./platform/routing/RouterNavigation.tsx";
import { Shell } from "./platform/shell/Shell.tsx";
import { ShellPiecesContext } from "./platform/shell/shell-pieces.ts";
import type { ShellPieces } from "./platform/shell/shell-types.ts";
import { ToastPlace } from "./ui/feedback/ToastPlace.tsx";

const HOME = "/today";

const router = pageRouter({ pages, shell: Shell, notFound: NotFoundPage, home: HOME });

/** What capabilities put into the shell. */
const pieces: ShellPieces = { places, phonePlaces };

/** The application: everything that is there whatever the page. */
export function App() {
  return (
    <ErrorBoundary>
      <QueryClientProvider client={queryClient}>
        <ShellPiecesContext value={pieces}>
          <RouterNavigation router={router}>
            <RouterProvider router={router} />
          </RouterNavigation>
        </ShellPiecesContext>
        <ToastPlace />
      </QueryClientProvider>
    </ErrorBoundary>
  );
}
