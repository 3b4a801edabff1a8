import type { FastifyRequest } from "fastify";
import { NotAllowed } from "../problems/refusal.ts";
import { readSessionCookie } from "./session-cookie.ts";

const SAFE = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Refuses writes that another site makes a browser send (CSRF). A browser names the origin of every such request; it must
 * be the house's own: `TONGZHOU_URL`, or the host the request itself was sent to. A request without an origin did not come
 * from a page; it is refused only when it brings a session.
 * @throws NotAllowed `foreign_origin`.
 */
export function guardOrigin(request: FastifyRequest): void {
  if (SAFE.has(request.method)) return;
  const { origin } = request.headers;
  if (origin === undefined) {
    if (readSessionCookie(request) === undefined) return;
    throw new NotAllowed("foreign_origin");
  }
  if (isOwnOrigin(request, origin)) return;
  throw new NotAllowed("foreign_origin");
}

function isOwnOrigin(request: FastifyRequest, origin: string): boolean {
  const { publicUrl } = request.server;
  if (publicUrl !== undefined && origin === publicUrl) return true;
  // The scheme is not compared: a proxy that ends TLS may not tell it, and a page of the same host is ours either way.
  return URL.canParse(origin) && new URL(origin).host === request.host.toLowerCase();
}
