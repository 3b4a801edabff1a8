import type { FastifyInstance } from "fastify";
import type { WebServer } from "./program-parts.ts";

/** A Fastify application as something that can be started and stopped. */
export function webServerOf(app: FastifyInstance): WebServer {
  return {
    async listen(host, port) {
      await app.listen({ host, port });
    },
    close: () => app.close(),
    closeConnections: () => app.server.closeAllConnections(),
  };
}
