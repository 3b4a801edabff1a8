/** Timeline: everything that happened to a record, in one line of time. */
export { RecordTimeline } from "./RecordTimeline.tsx";
