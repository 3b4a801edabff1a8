import { openWebServer } from "./app.ts";
import { bulkLongOperations } from "./capabilities/bulk/index.ts";
import { captureLongOperations, captureSchedules, captureSubscriptions } from "./capabilities/capture/index.ts";
import { DEMO_PASSWORD, emptyDemo, isDemoBegun, isDemoLoaded, loadDemo } from "./capabilities/demo/index.ts";
import { enrichmentJobs, enrichmentLongOperations, enrichmentSubscriptions } from "./capabilities/enrichment/index.ts";
import { exportLongOperations, exportSchedules } from "./capabilities/exports/index.ts";
import { identityLongOperations, identitySchedules, identitySubscriptions } from "./capabilities/identity/index.ts";
import { importsLongOperations } from "./capabilities/imports/index.ts";
import { leadLongOperations, leadSubscriptions } from "./capabilities/leads/index.ts";
import { readTimeZone } from "./capabilities/people/index.ts";
import { routingSubscriptions } from "./capabilities/routing/index.ts";
import { searchSubscriptions } from "./capabilities/search/index.ts";
import { standardSchedules, standardSubscriptions } from "./capabilities/standards/index.ts";
import { bulkParts } from "./bulk-parts.ts";
import { exportParts } from "./export-parts.ts";
import { leadParts } from "./lead-parts.ts";
import type { ProgramParts } from "./platform/lifecycle/program-parts.ts";

const subscriptions = [
  ...leadSubscriptions,
  ...captureSubscriptions,
  ...routingSubscriptions,
  ...standardSubscriptions,
  ...searchSubscriptions,
  ...identitySubscriptions,
  ...enrichmentSubscriptions,
];

/** What the program is composed of: the jobs, subscriptions and schedules of all capabilities, the pages, the demo. */
export const parts: ProgramParts = {
  openWebServer,
  readTimeZone,
  longOperations: [
    ...leadLongOperations(leadParts),
    ...importsLongOperations,
    ...captureLongOperations,
    ...enrichmentLongOperations,
    ...exportLongOperations(exportParts),
    ...identityLongOperations,
    ...bulkLongOperations(bulkParts),
  ],
  jobs: enrichmentJobs,
  subscriptions,
  schedules: [...captureSchedules, ...standardSchedules, ...exportSchedules, ...identitySchedules],
  isDemoUnfinished: async ({ house }) => (await isDemoBegun(house)) && !(await isDemoLoaded(house)),
  async loadDemo({ house }, progress) {
    if (await isDemoBegun(house)) {
      progress("the loading of the demo did not end the last time: it begins anew");
      await emptyDemo(house);
    }
    await loadDemo(house, { subscriptions, progress });
  },
  demoPasswordsInForce: ({ house }) => isDemoBegun(house),
  async signInLines({ house }) {
    if (!(await isDemoLoaded(house))) return [];
    return [
      "chenhao@yunfan.example 陈浩 销售",
      "linxiao@yunfan.example 林晓 市场",
      "hechuan@yunfan.example 何川 经营者",
    ].map((who) => `${who} · ${DEMO_PASSWORD}`);
  },
};
