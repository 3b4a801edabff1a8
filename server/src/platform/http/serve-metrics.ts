import type { FastifyInstance, FastifyRequest } from "fastify";
import { may } from "../access/viewer.ts";
import { isLoopback } from "../lifecycle/is-loopback.ts";
import type { Metrics } from "../metrics/metrics.ts";
import { NotFound } from "../problems/refusal.ts";
import "./fastify-words.ts";

/** What says that a request came through a proxy, so that its socket's address is not the caller's. */
const FORWARDED = ["forwarded", "x-forwarded-for", "x-forwarded-host", "x-real-ip"];

/**
 * `GET /api/metrics` for a collector: answered to this machine itself, or to a person or API key with the grant
 * `metrics.read` (administrators by `*`). Everybody else is told that there is nothing.
 */
export function serveMetrics(app: FastifyInstance, metrics: Metrics): void {
  app.get("/api/metrics", { schema: { hide: true } }, async (request, reply) => {
    if (!mayReadMetrics(request)) throw new NotFound("no_such_address");
    return reply
      .header("content-type", metrics.registry.contentType)
      .serializer(String)
      .send(await metrics.registry.metrics());
  });
}

function mayReadMetrics(request: FastifyRequest): boolean {
  if (request.identity) return may(request.identity.viewer, "metrics", "read");
  const socketAddress = request.raw.socket.remoteAddress ?? "";
  return isLoopback(socketAddress) && FORWARDED.every((name) => request.headers[name] === undefined);
}
