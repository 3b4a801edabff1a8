/** Groups: a company with all above and below it, and what they add up to. All that others may import. */
export { groupsRoutes } from "./groups.routes.ts";
