import { UnreachableError } from "../http/problem-error.ts";
import { askNow, connection } from "./connection.ts";

/**
 * Fetches code or words that a page needs.
 * @throws UnreachableError when the server cannot be reached: then nothing is broken, the page was only never opened here.
 * What the browser throws when it can: then a newer version has other files.
 */
export async function fetchCode<T>(load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } catch (failure) {
    if (await askNow()) throw failure;
    throw new UnreachableError("the code of the page could not be fetched", { cause: failure });
  }
}

/** The same for what is asked for once and must come in the end: waits while the server cannot be reached. */
export async function fetchCodeSometime<T>(load: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await fetchCode(load);
    } catch (failure) {
      if (!(failure instanceof UnreachableError)) throw failure;
      await reached();
    }
  }
}

function reached(): Promise<void> {
  return new Promise((resolve) => {
    const look = (): void => {
      if (!connection.get().reachable) return;
      stop();
      resolve();
    };
    const stop = connection.subscribe(look);
    look();
  });
}
