import type { FastifyInstance } from "fastify";
import type { Health } from "../lifecycle/read-health.ts";

/** `GET /api/health` for those who start and watch programs: 200 when ready, else 503. */
export function serveHealthCheck(app: FastifyInstance, readHealth: () => Promise<Health>): void {
  app.get("/api/health", { schema: { hide: true }, logLevel: "silent" }, async (_request, reply) => {
    const health = await readHealth();
    return reply.status(health.status === "ready" ? 200 : 503).send(health);
  });
}
