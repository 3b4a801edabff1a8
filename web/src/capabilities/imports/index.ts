/** Imports: from a file to leads, row by row accounted for. */
export { ImportList } from "./ImportList.tsx";
export { ImportResultPanel } from "./ImportResultPanel.tsx";
export { ImportWizard } from "./ImportWizard.tsx";
