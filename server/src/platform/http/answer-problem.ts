import type { FastifyError, FastifyReply, FastifyRequest } from "fastify";
import type { Problem } from "@tongzhou/contract/problem";
import { Invalid, NotFound, Refusal } from "../problems/refusal.ts";
import type { Phrasebook, SpokenLanguage } from "../problems/sentences.ts";
import { translateDatabaseError } from "./translate-database-error.ts";

const MEDIA_TYPE = "application/problem+json; charset=utf-8";
const OUR_FAULT = 500;

/** What Fastify itself refuses, as our codes. */
const FRAMEWORK: Readonly<Record<string, () => Refusal>> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: () => new WrongMediaType("unreadable_body"),
  FST_ERR_CTP_INVALID_JSON_BODY: () => new Invalid([], "unreadable_body"),
  FST_ERR_CTP_EMPTY_JSON_BODY: () => new Invalid([], "unreadable_body"),
  FST_ERR_CTP_BODY_TOO_LARGE: () => new TooLarge("body_too_large"),
};

class TooLarge extends Refusal {
  readonly status = 413;
}

class WrongMediaType extends Refusal {
  readonly status = 415;
}

/**
 * Answers an error as problem details (RFC 9457) in the caller's language. A defect is logged under a report id, and only
 * that id is told.
 */
export function answerProblem(phrases: Phrasebook, error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const refusal = asRefusal(error);
  if (refusal) {
    if ("retryAfter" in refusal) void reply.header("retry-after", String(refusal.retryAfter));
    send(reply, problemOf(phrases, request.language, refusal));
    return;
  }
  const reportId = request.id;
  request.log.error({ err: error, reportId }, "defect");
  send(reply, { ...worded(phrases, request.language, "our_fault", { reportId }), status: OUR_FAULT, reportId });
}

/** The answer for an address that nothing is registered at. */
export function answerNoSuchAddress(phrases: Phrasebook, request: FastifyRequest, reply: FastifyReply): void {
  send(reply, problemOf(phrases, request.language, new NotFound("no_such_address")));
}

function asRefusal(error: unknown): Refusal | undefined {
  if (error instanceof Refusal) return error;
  return FRAMEWORK[(error as FastifyError).code]?.() ?? translateDatabaseError(error);
}

/** A refusal in words. */
export function problemOf(phrases: Phrasebook, language: SpokenLanguage, refusal: Refusal): Problem {
  const fields = refusal.fields.map(({ pointer, code, params }) => ({
    pointer,
    code,
    message: phrases.say(language, code, params).title,
  }));
  return {
    ...worded(phrases, language, refusal.code, refusal.params),
    status: refusal.status,
    ...(Object.keys(refusal.params).length > 0 ? { params: refusal.params } : {}),
    ...(fields.length > 0 ? { fields } : {}),
  };
}

function worded(
  phrases: Phrasebook,
  language: SpokenLanguage,
  code: string,
  params: Readonly<Record<string, unknown>>,
): { type: string; code: string; title: string; detail?: string } {
  return { type: `urn:tongzhou:problem:${code}`, code, ...phrases.say(language, code, params) };
}

function send(reply: FastifyReply, problem: Problem): void {
  void reply
    .status(problem.status)
    .header("content-type", MEDIA_TYPE)
    .header("cache-control", "no-store")
    .serializer(JSON.stringify)
    .send(problem);
}
