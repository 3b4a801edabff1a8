/** Timeline: everything that happened to a record, from every channel, in one line of time. All that others may import. */
export { timelineRoutes } from "./timeline.routes.ts";
