import type { PageEntry } from "./platform/routing/page-entry.ts";

/** Every page of the application: address, code, words. */
export const pages: readonly PageEntry[] = [
  {
    path: "/sign-in",
    load: () => import("./pages/SignInPage.tsx").then((file) => file.SignInPage),
    words: ["session"],
    open: true,
  },
  {
    path: "/first-run",
    load: () => import("./pages/FirstRunPage.tsx").then((file) => file.FirstRunPage),
    words: ["session"],
    open: true,
  },
  {
    path: "/parts",
    load: () => import("./pages/PartsPage.tsx").then((file) => file.PartsPage),
    words: ["parts"],
    open: true,
  },
  {
    path: "/campaigns",
    load: () => import("./pages/CampaignsPage.tsx").then((file) => file.CampaignsPage),
    words: ["campaigns"],
  },
  {
    path: "/campaigns/$campaignId",
    load: () => import("./pages/CampaignPage.tsx").then((file) => file.CampaignPage),
    words: ["campaigns"],
  },
  {
    path: "/leads",
    load: () => import("./pages/LeadsPage.tsx").then((file) => file.LeadsPage),
    words: ["leads", "contacts", "views", "regions"],
  },
];
