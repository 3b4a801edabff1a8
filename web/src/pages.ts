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
    path: "/preferences/$token",
    load: () => import("./pages/PreferencesPage.tsx").then((file) => file.PreferencesPage),
    words: ["privacy"],
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
    words: ["exports", "bulk", "campaigns", "views", "custom-fields", "regions", "codes"],
  },
  {
    path: "/campaigns/$campaignId",
    load: () => import("./pages/CampaignPage.tsx").then((file) => file.CampaignPage),
    words: ["campaigns", "touches", "insights", "leads", "contacts", "audit", "regions", "codes", "custom-fields"],
  },
  {
    path: "/leads",
    load: () => import("./pages/LeadsPage.tsx").then((file) => file.LeadsPage),
    words: ["exports", "bulk", "leads", "contacts", "views", "regions", "codes", "custom-fields"],
  },
  {
    path: "/settings",
    load: () => import("./pages/SettingsPage.tsx").then((file) => file.SettingsPage),
    words: ["pages"],
  },
  {
    path: "/settings/me",
    load: () => import("./pages/MyAccountPage.tsx").then((file) => file.MyAccountPage),
    words: ["pages", "people", "session"],
  },
  {
    path: "/settings/people",
    load: () => import("./pages/PeoplePage.tsx").then((file) => file.PeoplePage),
    words: ["pages", "people"],
  },
  {
    path: "/settings/roles",
    load: () => import("./pages/RolesPage.tsx").then((file) => file.RolesPage),
    words: ["pages", "people"],
  },
  {
    path: "/settings/company",
    load: () => import("./pages/CompanyPage.tsx").then((file) => file.CompanyPage),
    words: ["pages", "people", "session"],
  },
  {
    path: "/settings/own-company",
    load: () => import("./pages/OwnCompanyPage.tsx").then((file) => file.OwnCompanyPage),
    words: ["pages", "demo", "session"],
  },
  {
    path: "/settings/products",
    load: () => import("./pages/ProductLinesPage.tsx").then((file) => file.ProductLinesPage),
    words: ["pages", "products"],
  },
  {
    path: "/settings/fields",
    load: () => import("./pages/FieldsPage.tsx").then((file) => file.FieldsPage),
    words: ["pages", "fields", "custom-fields", "regions", "codes"],
  },
  {
    path: "/settings/enrichment",
    load: () => import("./pages/EnrichmentPage.tsx").then((file) => file.EnrichmentPage),
    words: ["pages", "enrichment", "jobs", "regions", "codes"],
  },
  {
    path: "/opportunities",
    load: () => import("./pages/OpportunitiesPage.tsx").then((file) => file.OpportunitiesPage),
    words: ["opportunities", "views", "regions", "codes", "custom-fields"],
  },
  {
    path: "/opportunities/list",
    load: () => import("./pages/OpportunityListPage.tsx").then((file) => file.OpportunityListPage),
    words: ["exports", "bulk", "opportunities", "views", "regions", "codes", "custom-fields"],
  },
  {
    path: "/opportunities/$opportunityId",
    load: () => import("./pages/OpportunityPage.tsx").then((file) => file.OpportunityPage),
    words: ["opportunities", "households", "rights", "timeline", "audit", "regions", "codes", "custom-fields"],
  },
  {
    path: "/leads/$leadId",
    load: () => import("./pages/LeadPage.tsx").then((file) => file.LeadPage),
    words: ["leads", "contacts", "accounts", "timeline", "opportunities", "audit", "regions", "codes", "custom-fields"],
  },
  {
    path: "/settings/standard",
    load: () => import("./pages/StandardPage.tsx").then((file) => file.StandardPage),
    words: ["standards", "views", "products", "regions", "codes"],
  },
  {
    path: "/today",
    load: () => import("./pages/TodayPage.tsx").then((file) => file.TodayPage),
    words: ["leads", "contacts"],
  },
  {
    path: "/insights",
    load: () => import("./pages/FunnelPage.tsx").then((file) => file.FunnelPage),
    words: ["insights"],
  },
  {
    path: "/contacts/duplicates",
    load: () => import("./pages/DuplicatesPage.tsx").then((file) => file.DuplicatesPage),
    words: ["identity", "regions", "codes"],
  },
  {
    path: "/contacts",
    load: () => import("./pages/ContactsPage.tsx").then((file) => file.ContactsPage),
    words: ["exports", "bulk", "contacts", "views", "regions", "codes", "custom-fields"],
  },
  {
    path: "/touches",
    load: () => import("./pages/TouchesPage.tsx").then((file) => file.TouchesPage),
    words: ["exports", "touches", "views", "regions", "codes"],
  },
  {
    path: "/contacts/$contactId",
    load: () => import("./pages/ContactPage.tsx").then((file) => file.ContactPage),
    words: [
      "contacts",
      "memberships",
      "households",
      "timeline",
      "audit",
      "privacy",
      "regions",
      "codes",
      "custom-fields",
    ],
  },
  {
    path: "/accounts",
    load: () => import("./pages/AccountsPage.tsx").then((file) => file.AccountsPage),
    words: ["exports", "bulk", "enrichment", "accounts", "views", "regions", "codes", "custom-fields"],
  },
  {
    path: "/accounts/$accountId",
    load: () => import("./pages/AccountPage.tsx").then((file) => file.AccountPage),
    words: [
      "accounts",
      "enrichment",
      "contacts",
      "memberships",
      "households",
      "leads",
      "timeline",
      "audit",
      "regions",
      "codes",
      "custom-fields",
      "groups",
      "opportunities",
      "rights",
    ],
  },
  {
    path: "/imports",
    load: () => import("./pages/ImportsPage.tsx").then((file) => file.ImportsPage),
    words: ["pages", "imports"],
  },
  {
    path: "/imports/new",
    load: () => import("./pages/BeginImportPage.tsx").then((file) => file.BeginImportPage),
    words: ["imports", "products", "regions"],
  },
  {
    path: "/imports/$importId",
    load: () => import("./pages/ImportPage.tsx").then((file) => file.ImportPage),
    words: ["imports", "audit"],
  },
  {
    path: "/exports",
    load: () => import("./pages/ExportsPage.tsx").then((file) => file.ExportsPage),
    words: ["pages", "exports", "views", "regions", "codes"],
  },
  {
    path: "/settings/changes",
    load: () => import("./pages/ChangesPage.tsx").then((file) => file.ChangesPage),
    words: ["pages", "audit", "regions", "codes", "custom-fields"],
  },
  {
    path: "/settings/routing",
    load: () => import("./pages/RoutingPage.tsx").then((file) => file.RoutingPage),
    words: ["pages", "routing", "views", "leads", "regions", "codes"],
  },
  {
    path: "/settings/work",
    load: () => import("./pages/WorkPage.tsx").then((file) => file.WorkPage),
    words: ["pages", "jobs"],
  },
  {
    path: "/settings/matching",
    load: () => import("./pages/MatchingPage.tsx").then((file) => file.MatchingPage),
    words: ["pages", "identity"],
  },
  {
    path: "/settings/privacy",
    load: () => import("./pages/PrivacyPage.tsx").then((file) => file.PrivacyPage),
    words: ["pages", "privacy"],
  },
  {
    path: "/settings/territories",
    load: () => import("./pages/TerritoriesPage.tsx").then((file) => file.TerritoriesPage),
    words: ["pages", "rights", "regions", "codes"],
  },
  {
    path: "/settings/trash",
    load: () => import("./pages/TrashPage.tsx").then((file) => file.TrashPage),
    words: ["pages", "audit"],
  },
];
