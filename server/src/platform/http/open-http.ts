import { randomBytes } from "node:crypto";
import fastifyCookie from "@fastify/cookie";
import fastify, { LogController } from "fastify";
import type { FastifyBaseLogger, FastifyInstance } from "fastify";
import type { Logger } from "pino";
import { z } from "zod";
import type { House } from "../ledger/context.ts";
import { describeError } from "../log/describe-error.ts";
import { logRequests } from "../log/log-requests.ts";
import type { Metrics } from "../metrics/metrics.ts";
import { measureRequests } from "../metrics/measure-requests.ts";
import { NotSignedIn } from "../problems/refusal.ts";
import { Phrasebook, chooseLanguage } from "../problems/sentences.ts";
import en from "../problems/messages.en.json" with { type: "json" };
import zh from "../problems/messages.zh.json" with { type: "json" };
import { answerNoSuchAddress, answerProblem } from "./answer-problem.ts";
import { closeWhenDrained } from "./close-when-drained.ts";
import { compileSerializer } from "./compile-serializer.ts";
import "./fastify-words.ts";
import { guardOrigin } from "./guard-origin.ts";
import type { Doorkeeper, Http } from "./http.ts";
import { describeApi } from "./openapi.ts";
import { API_PREFIX } from "./register-endpoint.ts";
import { setSecurityHeaders } from "./security-headers.ts";
import { giveSessionCookie, readSessionCookie } from "./session-cookie.ts";
import { UPLOAD_TYPE } from "./serve-upload.ts";

export interface HttpOptions {
  readonly house: House;
  readonly doorkeeper: Doorkeeper;
  readonly log: Logger;
  readonly metrics: Metrics;
  /** `TONGZHOU_URL`. */
  readonly publicUrl: string | undefined;
}

/** Proxies on this machine may tell the caller's address and scheme; others are not believed. */
const TRUSTED_PROXIES = "loopback";
const KEY_PREFIX = "Bearer ";

/** Makes the HTTP server with everything that all endpoints share. Endpoints are registered afterwards, pages last. */
export async function openHttp(options: HttpOptions): Promise<Omit<Http, "capability">> {
  const phrases = new Phrasebook();
  phrases.add({ zh, en });
  const app = fastify({
    loggerInstance: options.log.child({}, { serializers: { err: describeError } }) as FastifyBaseLogger,
    // One line a request, by `logRequests`, instead of two with the address in it.
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: "requestId" }),
    trustProxy: TRUSTED_PROXIES,
    genReqId: () => randomBytes(9).toString("base64url"),
    routerOptions: { ignoreTrailingSlash: true },
    return503OnClosing: false,
  });
  app.decorate("publicUrl", options.publicUrl);
  app.decorateRequest("identity", undefined);
  app.decorateRequest("language", "zh-CN");
  app.decorateRequest("operationId", undefined);
  app.setSerializerCompiler(({ schema }) => (schema instanceof z.ZodType ? compileSerializer(schema) : JSON.stringify));
  app.setErrorHandler((error, request, reply) => answerProblem(phrases, error, request, reply));
  app.setNotFoundHandler((request, reply) => answerNoSuchAddress(phrases, request, reply));
  closeWhenDrained(app);
  acceptBodies(app);
  await app.register(fastifyCookie);
  setSecurityHeaders(app);
  await describeApi(app);
  measureRequests(app, options.metrics);
  logRequests(app);
  recogniseCallers(app, options.doorkeeper);
  return { app, house: options.house, phrases, endpoints: [] };
}

/** JSON, and the bytes of an upload where one is expected; nothing that a form of another site could send. */
function acceptBodies(app: FastifyInstance): void {
  app.removeContentTypeParser("text/plain");
  app.addContentTypeParser(UPLOAD_TYPE, (_request, payload, done) => done(null, payload));
}

/** Before anything is parsed it is known who asks; a stranger gets no further than the open endpoints. */
function recogniseCallers(app: FastifyInstance, doorkeeper: Doorkeeper): void {
  app.addHook("onRequest", async (request, reply) => {
    request.language = chooseLanguage(request.headers["accept-language"]);
    void reply.header("x-request-id", request.id);
    if (!request.url.startsWith(`${API_PREFIX}/`)) return;
    void reply.header("cache-control", "no-store");
    const key = readKey(request.headers.authorization, request.headers["x-api-key"]);
    if (key === undefined) guardOrigin(request);
    const cookie = key === undefined ? readSessionCookie(request) : undefined;
    if (cookie === undefined && key === undefined) return;
    request.identity = await doorkeeper.identify({ cookie, key });
    if (!request.identity) return;
    request.language = request.identity.viewer.person.language;
    const { renewed } = request.identity;
    if (renewed) giveSessionCookie(request, reply, renewed.cookie, renewed.seconds);
  });
  app.addHook("preParsing", async (request) => {
    const registered = request.routeOptions.config.registered;
    if (registered && registered.access !== "open" && !request.identity) throw new NotSignedIn();
  });
}

function readKey(authorization: string | undefined, header: string | string[] | undefined): string | undefined {
  if (typeof header === "string") return header;
  return authorization?.startsWith(KEY_PREFIX) ? authorization.slice(KEY_PREFIX.length) : undefined;
}
