import { openWebServer } from "./app.ts";
import { importsLongOperations } from "./capabilities/imports/index.ts";
import { leadLongOperations, leadSubscriptions } from "./capabilities/leads/index.ts";
import { readTimeZone } from "./capabilities/people/index.ts";
import { searchSubscriptions } from "./capabilities/search/index.ts";
import { leadParts } from "./lead-parts.ts";
import type { ProgramParts } from "./platform/lifecycle/program-parts.ts";

/** What the program is composed of: the jobs, subscriptions and schedules of all capabilities, the pages, the demo. */
export const parts: ProgramParts = {
  openWebServer,
  readTimeZone,
  longOperations: [...leadLongOperations(leadParts), ...importsLongOperations],
  subscriptions: [...leadSubscriptions, ...searchSubscriptions],
};
