/** Activities: a line for what was done with a customer, and the next steps that are due. */
export { FollowUps } from "./FollowUps.tsx";
export { LogActivity } from "./LogActivity.tsx";
