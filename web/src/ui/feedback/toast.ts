import { externalValue } from "../hooks/external-value.ts";

export interface Toast {
  id: number;
  /** What was done, to how many. No 成功, no exclamation mark. */
  words: string;
  /** Takes it back. Its failure is said in the same place. */
  undo?: (() => Promise<void>) | undefined;
  /** Where what was done to stands now, when it went out of sight. */
  href?: string | undefined;
  /** Something went wrong instead. */
  failed: boolean;
}

/** Long enough to read a sentence, reach for the mouse and press; it waits while it is pointed at or has the focus. */
export const TOAST_MS = 10_000;

export const toasts = externalValue<Toast | undefined>(undefined);

let last = 0;

function show(toast: Omit<Toast, "id">): void {
  last += 1;
  toasts.set({ ...toast, id: last });
}

/** Says what was done, with the way back and the way to it. The newest takes the place of the one before. */
export function sayDone(words: string, undo?: () => Promise<void>, href?: string): void {
  show({ words, undo, href, failed: false });
}

/** Says in passing that something did not happen; what needs an answer belongs into an `ErrorNote` on the page. */
export function sayFailed(words: string): void {
  show({ words, failed: true });
}

export function dismissToast(id: number): void {
  if (toasts.get()?.id === id) toasts.set(undefined);
}
