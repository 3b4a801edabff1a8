import type { FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import type { Endpoint } from "@tongzhou/contract/endpoint";
import { Problem } from "@tongzhou/contract/problem";
import "./fastify-words.ts";
import type { Call, Http, Input, RegisteredEndpoint } from "./http.ts";
import { parseInput } from "./parse-input.ts";
import { giveSessionCookie, takeSessionCookie } from "./session-cookie.ts";

export const API_PREFIX = "/api";

/** Most answers fit; an endpoint that takes pasted rows says its own bound. */
const BODY_LIMIT_BYTES = 1024 * 1024;

export interface Registration {
  readonly access: RegisteredEndpoint["access"];
  readonly status?: 200 | 201;
  readonly bodyLimit?: number;
  answer(request: FastifyRequest, reply: FastifyReply): Promise<unknown>;
}

/**
 * Registers an endpoint with Fastify; `serveRead`, `serveWrite` and `serveOpen` are what capabilities call. Input is parsed
 * by `readInput` inside the answer, after it is known who asks, so that a stranger learns nothing about the contract.
 */
export function registerEndpoint(http: Http, endpoint: Endpoint, registration: Registration): void {
  const registered: RegisteredEndpoint = { endpoint, capability: http.capability, access: registration.access };
  http.endpoints.push(registered);
  http.app.route({
    method: endpoint.method,
    url: API_PREFIX + endpoint.path,
    bodyLimit: registration.bodyLimit ?? BODY_LIMIT_BYTES,
    config: { registered },
    schema: {
      operationId: endpoint.id,
      summary: endpoint.summary,
      tags: [http.capability],
      ...(endpoint.errors.length > 0 ? { description: `Refused with: ${endpoint.errors.join(", ")}.` } : {}),
      ...(registration.access === "open" ? { security: [] } : {}),
      params: endpoint.params,
      querystring: endpoint.query,
      ...(endpoint.body instanceof z.ZodUndefined ? {} : { body: endpoint.body }),
      response: {
        [registration.status ?? 200]: endpoint.response,
        default: { description: "Refused", content: { "application/problem+json": { schema: Problem } } },
      },
    },
    // Parsing is `readInput`'s; the schemas above are for the OpenAPI document and the serializer.
    validatorCompiler: () => () => true,
    async handler(request, reply) {
      const answer = await registration.answer(request, reply);
      return reply.status(registration.status ?? 200).send(answer);
    },
  });
}

/** Parses what was sent by the contract. @throws Invalid naming every wrong field. */
export function readInput<E extends Endpoint>(endpoint: E, request: FastifyRequest): Input<E> {
  // A body for an endpoint without one is ignored, as a proxy may add `{}`.
  const body = endpoint.body instanceof z.ZodUndefined ? undefined : (request.body ?? {});
  return {
    params: parseInput(endpoint.params, request.params, "/params"),
    query: parseInput(endpoint.query, request.query, "/query"),
    body: parseInput(endpoint.body, body, ""),
  } as Input<E>;
}

/** What the few calls need that deal with the browser itself. */
export function callOf(request: FastifyRequest, reply: FastifyReply): Call {
  return {
    requestId: request.id,
    address: request.ip,
    userAgent: request.headers["user-agent"],
    language: request.language,
    sessionId: request.identity?.sessionId,
    giveSession: (cookie, seconds) => giveSessionCookie(request, reply, cookie, seconds),
    takeSession: () => takeSessionCookie(request, reply),
    note(operationId) {
      request.operationId = operationId;
      void reply.header("operation-id", operationId);
    },
  };
}
