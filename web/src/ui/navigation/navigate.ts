import { createContext, useContext } from "react";

export interface Navigate {
  /** Goes to an address of this application, query included. */
  go(href: string): void;
  /** Fetches what the page behind the address needs, because somebody is about to go there. */
  prepare(href: string): void;
}

/** The router fills this in; without one an address is opened by the browser. */
export const NavigateContext = createContext<Navigate>({
  go: (href) => window.location.assign(href),
  prepare: () => undefined,
});

export const useNavigateTo = (): Navigate => useContext(NavigateContext);
