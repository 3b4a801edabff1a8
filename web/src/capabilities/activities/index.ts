import type { ComponentType } from "react";

/** Activities: a line for what was done with a customer, and the next steps that are due. */
export { FollowUps } from "./FollowUps.tsx";
export { LogActivity } from "./LogActivity.tsx";

/** 记一笔 from anywhere; fetched when somebody begins it. */
export const loadNoteDialog = (): Promise<ComponentType<{ onClose: () => void }>> =>
  import("./NoteDialog.tsx").then((file) => file.NoteDialog);
