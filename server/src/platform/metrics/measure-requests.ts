import type { FastifyInstance } from "fastify";
import "../http/fastify-words.ts";
import type { Metrics } from "./metrics.ts";

const MILLISECONDS = 1000;

/** Counts and times every request by the pattern of its route; addresses that nothing is registered at share one. */
export function measureRequests(app: FastifyInstance, metrics: Metrics): void {
  app.addHook("onResponse", async (request, reply) => {
    const route = request.routeOptions.url ?? "(none)";
    const { method } = request;
    metrics.requests.inc({ route, method, status: reply.statusCode });
    if (request.routeOptions.config.lasting) return;
    metrics.durations.observe({ route, method }, reply.elapsedTime / MILLISECONDS);
  });
}
