/** Background work: what runs, what failed, what comes round by the clock. */
export { WorkPanel } from "./WorkPanel.tsx";
export { WorkRow } from "./WorkRow.tsx";
