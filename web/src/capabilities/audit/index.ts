/** Changes: who did what, and taking it back. */
export { OperationsPanel } from "./OperationsPanel.tsx";
export { RecordHistory } from "./RecordHistory.tsx";
export { TrashPanel } from "./TrashPanel.tsx";
export { UndoPanel } from "./UndoPanel.tsx";
