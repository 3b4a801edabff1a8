import type { ComponentType } from "react";

/** One page of the application: its address, its code and its words, all fetched when somebody goes there. */
export interface PageEntry {
  /** As the router writes it: `/leads/$leadId`. */
  path: string;
  /** `() => import("./pages/LeadsPage.tsx").then((file) => file.LeadsPage)` */
  load: () => Promise<ComponentType>;
  /** Namespaces of messages that the page speaks, besides those of the shell. */
  words: readonly string[];
  /** Reached without signing in, and drawn without the shell. */
  open?: boolean;
}
