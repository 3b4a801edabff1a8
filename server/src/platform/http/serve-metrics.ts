import type { FastifyInstance, FastifyRequest } from "fastify";
import { may } from "../access/viewer.ts";
import { isNearby } from "../metrics/is-nearby.ts";
import type { Metrics } from "../metrics/metrics.ts";
import { NotFound } from "../problems/refusal.ts";
import "./fastify-words.ts";

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
  return isNearby(request.raw);
}
