import type { FastifyInstance } from "fastify";

const LOOK_EVERY_MS = 10;

/**
 * Lets the server end as soon as the requests under way are answered. Node alone waits for connections that browsers have
 * opened ahead and sent nothing on, which for it are not idle: a stop took as long as their time-out.
 */
export function closeWhenDrained(app: FastifyInstance): void {
  let active = 0;
  app.addHook("onRequest", async (_request, reply) => {
    active += 1;
    reply.raw.once("close", () => void (active -= 1));
  });
  app.addHook("preClose", async () => {
    const look = setInterval(() => {
      if (app.server.listening || active > 0) return;
      clearInterval(look);
      app.server.closeAllConnections();
    }, LOOK_EVERY_MS);
    look.unref();
  });
}
