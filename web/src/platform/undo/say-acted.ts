import { sayDone } from "../../ui/feedback/toast.ts";

/** Says what was done. `operationId` names the act for those who look for it among all changes. */
export function sayActed(words: string, _operationId?: string): void {
  sayDone(words);
}
