/** Changes: who did what, and taking it back. */
export { OperationsPanel } from "./OperationsPanel.tsx";
export { UndoPanel } from "./UndoPanel.tsx";
