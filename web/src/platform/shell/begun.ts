import { externalValue } from "../../ui/hooks/external-value.ts";

/** Which of the beginnings stands open over the page, by its id. */
export const begun = externalValue<string | undefined>(undefined);

/** Opens a beginning from wherever somebody is; one that is not for them does not open. */
export const begin = (id: string): void => begun.set(id);
