import { openWebServer } from "./app.ts";
import { readTimeZone } from "./capabilities/people/index.ts";
import { searchSubscriptions } from "./capabilities/search/index.ts";
import type { ProgramParts } from "./platform/lifecycle/program-parts.ts";

/** What the program is composed of: the jobs, subscriptions and schedules of all capabilities, the pages, the demo. */
export const parts: ProgramParts = {
  openWebServer,
  readTimeZone,
  subscriptions: [...searchSubscriptions],
};
