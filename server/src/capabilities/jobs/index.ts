/** Jobs: what the house does in the background, for who began it and for administrators. All that others may import. */
import en from "./messages.en.json" with { type: "json" };
import zh from "./messages.zh.json" with { type: "json" };

export { jobsRoutes } from "./jobs.routes.ts";
export { presentWork } from "./present-work.ts";

export const jobsMessages = { zh, en };
