import { externalValue } from "../../ui/hooks/external-value.ts";

export interface Connection {
  reachable: boolean;
  /** Epoch ms of the last answer: what is shown is as of then. */
  asOf: number;
}

/** How long after a failed call the server is asked again whether it is there, ms; doubled up to the last. */
const FIRST_PROBE_MS = 2_000;
const LAST_PROBE_MS = 30_000;
const HEALTH = "/api/health";

export const connection = externalValue<Connection>({ reachable: true, asOf: Date.now() });

let probe: ReturnType<typeof setTimeout> | undefined;
let lastAnswer = Date.now();
/** When the server was last found unreachable, by the page's own clock. */
let lostAt = 0;

/**
 * A call was answered, whatever the answer. One that was sent before the network went proves nothing of what came after.
 * @param sentAt when it was sent, `performance.now()`.
 */
export function noteReached(sentAt: number): void {
  lastAnswer = Date.now();
  if (!connection.get().reachable && sentAt < lostAt) return;
  clearTimeout(probe);
  probe = undefined;
  if (!connection.get().reachable) connection.set({ reachable: true, asOf: lastAnswer });
}

/** A call found nobody. The page says so, and asks from time to time until somebody answers. */
export function noteUnreachable(): void {
  lostAt = performance.now();
  if (connection.get().reachable) connection.set({ reachable: false, asOf: lastAnswer });
  if (probe === undefined) probeAfter(FIRST_PROBE_MS);
}

function probeAfter(delayMs: number): void {
  probe = setTimeout(() => void probeAgain(delayMs), delayMs);
}

async function probeAgain(delayMs: number): Promise<void> {
  probe = undefined;
  const isThere = await askNow(() => undefined);
  if (!isThere && probe === undefined) probeAfter(Math.min(LAST_PROBE_MS, delayMs * 2));
}

/** Asks the server whether it is there. Any answer will do: a server that is ill is not the network's fault. */
export async function askNow(onSilence: () => void = noteUnreachable): Promise<boolean> {
  const sentAt = performance.now();
  try {
    await fetch(HEALTH, { cache: "no-store" });
    noteReached(sentAt);
    return true;
  } catch {
    onSilence();
    return false;
  }
}

/** Hears what the browser knows about the network. Called once at start. */
export function followConnection(): void {
  if (!navigator.onLine) noteUnreachable();
  window.addEventListener("offline", noteUnreachable);
  window.addEventListener("online", () => void askNow());
}
