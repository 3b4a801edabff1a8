import { externalValue } from "../../ui/hooks/external-value.ts";

/** Whether the list of keys is open. */
export const keyListOpen = externalValue<boolean>(false);
