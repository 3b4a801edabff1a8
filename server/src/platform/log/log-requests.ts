import type { FastifyInstance } from "fastify";
import "../http/fastify-words.ts";

/**
 * One line a request when it is answered: who, what, how long. The route's pattern instead of the address, ids instead of
 * names, no query and no body: what people search for and write is nobody's business in a log.
 */
export function logRequests(app: FastifyInstance): void {
  app.addHook("onResponse", async (request, reply) => {
    const { registered } = request.routeOptions.config;
    request.log[reply.statusCode >= 500 ? "error" : "info"](
      {
        method: request.method,
        route: request.routeOptions.url ?? "(none)",
        ...(registered ? { endpoint: registered.endpoint.id } : {}),
        status: reply.statusCode,
        milliseconds: Math.round(reply.elapsedTime * 10) / 10,
        ...(request.identity ? { personId: request.identity.viewer.personId } : {}),
        ...(request.operationId === undefined ? {} : { operationId: request.operationId }),
      },
      "request",
    );
  });
}
