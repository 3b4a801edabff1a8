import type { FastifyInstance, FastifyRequest } from "fastify";
import type { ServerResponse } from "node:http";
import { LIVE_END, LIVE_PATH } from "@tongzhou/contract/live";
import type { LiveMessage } from "@tongzhou/contract/live";
import type { BroadcastMessage } from "../events/broadcast.ts";
import type { Broadcasts } from "../events/listen-to-broadcasts.ts";
import type { Metrics } from "../metrics/metrics.ts";
import { NotSignedIn } from "../problems/refusal.ts";
import "./fastify-words.ts";
import type { Doorkeeper } from "./http.ts";
import { readSessionCookie } from "./session-cookie.ts";

/** Proxies cut a connection that is silent for a minute; at each beat it is also asked whether the session still holds. */
const HEARTBEAT_MS = 20_000;
/** A browser comes back by itself after so long. */
const RETRY_MS = 2_000;
/** Tabs share a stream; more than this of one session is a page that does not. */
const STREAMS_PER_SESSION = 6;
/** A reader so far behind is gone or asleep; it will reconnect and read everything again. */
const MAX_UNREAD_BYTES = 64 * 1024;

/** That sessions or keys have ended; between the processes of the house only. */
const SIGN_IN_TOPIC = "signIn";

export interface LiveOptions {
  readonly broadcasts: Broadcasts;
  readonly doorkeeper: Doorkeeper;
  readonly metrics: Metrics;
}

interface Stream {
  readonly personId: string;
  readonly sessionId: string;
  readonly cookie: string;
  readonly response: ServerResponse;
}

/** `GET /api/live`: live notices to the browsers of signed-in people, ended when the session ends. */
export function serveLive(app: FastifyInstance, { broadcasts, doorkeeper, metrics }: LiveOptions): void {
  const streams = new Set<Stream>();
  const close = (stream: Stream, lastWords = ""): void => {
    if (!streams.delete(stream)) return;
    metrics.streams.dec();
    stream.response.end(lastWords);
  };
  const check = async (stream: Stream): Promise<void> => {
    const identity = await doorkeeper.identify({ cookie: stream.cookie, key: undefined });
    if (identity) write(stream, ": still here\n\n", close);
    else close(stream, `event: ${LIVE_END}\ndata: {}\n\n`);
  };
  const checkAll = (): void => {
    // When the database is away nobody is signed out for it: the next beat asks again.
    for (const stream of streams) check(stream).catch(() => undefined);
  };
  const heartbeat = setInterval(checkAll, HEARTBEAT_MS).unref();
  const stopListening = broadcasts.listen({
    onMessage(message) {
      if (message.topic === SIGN_IN_TOPIC) return checkAll();
      const text = `data: ${JSON.stringify(forBrowsers(message))}\n\n`;
      for (const stream of streams) if (concerns(message, stream)) write(stream, text, close);
    },
    // Whatever was said meanwhile is lost: browsers come back and read again.
    onGap: () => streams.forEach((stream) => close(stream)),
  });

  app.get(LIVE_PATH, { schema: { hide: true }, config: { lasting: true } }, async (request, reply) => {
    const stream = openStream(request, reply.raw);
    if (countOf(streams, stream) >= STREAMS_PER_SESSION) return reply.status(204).send();
    reply.hijack();
    stream.response.writeHead(200, {
      "content-type": "text/event-stream; charset=utf-8",
      "cache-control": "no-store",
      "x-accel-buffering": "no",
      // Nothing follows a stream: without this its connection would stay open and hold up the end of the server.
      connection: "close",
      "x-content-type-options": "nosniff",
    });
    streams.add(stream);
    metrics.streams.inc();
    request.raw.on("close", () => close(stream));
    write(stream, `retry: ${RETRY_MS}\n\n`, close);
    return reply;
  });
  app.addHook("preClose", async () => {
    clearInterval(heartbeat);
    stopListening();
    streams.forEach((stream) => close(stream));
  });
}

function openStream(request: FastifyRequest, response: ServerResponse): Stream {
  const cookie = readSessionCookie(request);
  const { identity } = request;
  if (!identity?.sessionId || cookie === undefined) throw new NotSignedIn();
  return { personId: identity.viewer.personId, sessionId: identity.sessionId, cookie, response };
}

function countOf(streams: ReadonlySet<Stream>, { sessionId }: Stream): number {
  return [...streams].filter((stream) => stream.sessionId === sessionId).length;
}

function concerns(message: BroadcastMessage, stream: Stream): boolean {
  return message.personIds?.includes(stream.personId) ?? true;
}

function forBrowsers({ topic, ids, counts }: BroadcastMessage): LiveMessage {
  return { topic, ...(ids ? { ids } : {}), ...(counts ? { counts } : {}) };
}

function write(stream: Stream, text: string, close: (stream: Stream) => void): void {
  if (stream.response.writableLength > MAX_UNREAD_BYTES) return close(stream);
  stream.response.write(text);
}
