import type { ComponentType } from "react";

/** Capture: a lead typed in by hand, from the list of leads, the palette and the phone. */
export { NEW_LEAD, NewLeadButton } from "./NewLeadButton.tsx";

/** The dialog is fetched when somebody begins a lead. */
export const loadNewLeadDialog = (): Promise<ComponentType<{ onClose: () => void }>> =>
  import("./NewLeadDialog.tsx").then((file) => file.NewLeadDialog);
