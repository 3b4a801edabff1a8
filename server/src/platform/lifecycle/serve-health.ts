import { createServer, type ServerResponse } from "node:http";
import { isNearby } from "../metrics/is-nearby.ts";
import type { Metrics } from "../metrics/metrics.ts";
import type { WebServer } from "./program-parts.ts";
import type { Health } from "./read-health.ts";

/** Answers `GET /api/health` and, to this machine itself, `GET /api/metrics`, for processes that serve no pages. */
export function serveHealth(readHealth: () => Promise<Health>, { registry }: Metrics): WebServer {
  const answer = async (response: ServerResponse): Promise<void> => {
    const health = await readHealth();
    const status = health.status === "ready" ? 200 : 503;
    response.writeHead(status, { "content-type": "application/json", "cache-control": "no-store" });
    response.end(JSON.stringify(health));
  };
  const answerFigures = async (response: ServerResponse): Promise<void> => {
    const figures = await registry.metrics();
    response.writeHead(200, { "content-type": registry.contentType, "cache-control": "no-store" });
    response.end(figures);
  };
  const server = createServer((request, response) => {
    if (request.method === "GET" && request.url === "/api/health") void answer(response);
    else if (request.method === "GET" && request.url === "/api/metrics" && isNearby(request))
      void answerFigures(response);
    else response.writeHead(404).end();
  });
  return {
    listen: (host, port) =>
      new Promise((resolve, reject) => {
        server.once("error", reject);
        server.listen(port, host, () => resolve());
      }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeIdleConnections();
      }),
    closeConnections: () => server.closeAllConnections(),
  };
}
