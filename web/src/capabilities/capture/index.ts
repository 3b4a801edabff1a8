import type { ComponentType } from "react";

/** Capture: a lead typed in by hand, from the list of leads, the palette and the phone. */
export { NEW_LEAD, AddLeadButton } from "./AddLeadButton.tsx";

/** The dialog is fetched when somebody begins a lead. */
export const loadAddLeadDialog = (): Promise<ComponentType<{ onClose: () => void }>> =>
  import("./AddLeadDialog.tsx").then((file) => file.AddLeadDialog);
