import { useSyncExternalStore } from "react";

/** One value outside React that components may watch: the theme, the language, whether we are online … */
export interface ExternalValue<T> {
  get(): T;
  set(next: T): void;
  subscribe(listener: () => void): () => void;
}

/** Setting an equal value (`Object.is`) tells nobody. */
export function externalValue<T>(initial: T): ExternalValue<T> {
  let value = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => value,
    set(next) {
      if (Object.is(next, value)) return;
      value = next;
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** The present value; the component is drawn again when it changes. */
export function useExternal<T>(external: ExternalValue<T>): T {
  return useSyncExternalStore(external.subscribe, external.get, external.get);
}
