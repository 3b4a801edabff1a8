import type { IncomingMessage } from "node:http";
import { isLoopback } from "../lifecycle/is-loopback.ts";

/** What says that a request came through a proxy, so that its socket's address is not the caller's. */
const FORWARDED = ["forwarded", "x-forwarded-for", "x-forwarded-host", "x-real-ip"];

/** Whether a request comes from this machine itself, and not through a proxy on it. */
export function isNearby({ socket, headers }: IncomingMessage): boolean {
  return isLoopback(socket.remoteAddress ?? "") && FORWARDED.every((name) => headers[name] === undefined);
}
