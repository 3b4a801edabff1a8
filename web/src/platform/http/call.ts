import type { Endpoint, ResponseOf } from "@tongzhou/contract/endpoint";
import { Problem } from "@tongzhou/contract/problem";
import { language } from "../language/language.ts";
import { noteReached, noteUnreachable } from "../offline/connection.ts";
import type { Acted, CallArguments, CallOptions } from "./call-types.ts";
import { ProblemError, UnexpectedAnswerError, UnreachableError } from "./problem-error.ts";
import { addressOf, type LooseInput } from "./request-of.ts";

const NOT_SIGNED_IN = 401;
const NOTHING = 204;

/** Told when the server no longer knows the session, so that the page can ask to sign in again. */
let onSignedOut: () => void = () => undefined;

export function whenSignedOut(listener: () => void): void {
  onSignedOut = listener;
}

/**
 * Calls an endpoint of the contract and gives its answer, parsed.
 * @throws ProblemError when the server refuses, UnreachableError when it cannot be reached,
 * UnexpectedAnswerError when the answer is not in the contract.
 */
export async function call<E extends Endpoint>(endpoint: E, ...args: CallArguments<E>): Promise<ResponseOf<E>> {
  const { answer } = await act(endpoint, ...args);
  return answer;
}

/** The same for what changes something: also gives the operation, for the undo that is offered afterwards. */
export async function act<E extends Endpoint>(endpoint: E, ...args: CallArguments<E>): Promise<Acted<E>> {
  const [input = {}, options = {}] = args as [LooseInput?, CallOptions?];
  const response = await send(endpoint, input, options);
  const operationId = response.headers.get("operation-id") ?? undefined;
  return { answer: await parseAnswer(endpoint, response), operationId };
}

async function send(endpoint: Endpoint, input: LooseInput, options: CallOptions): Promise<Response> {
  const { method } = endpoint;
  const headers: Record<string, string> = { accept: "application/json", "accept-language": language.get() };
  if (input.body !== undefined) headers["content-type"] = "application/json";
  if (method === "POST") headers["idempotency-key"] = options.idempotencyKey ?? crypto.randomUUID();
  const sentAt = performance.now();
  try {
    const response = await fetch(addressOf(endpoint, input), {
      method,
      headers,
      credentials: "same-origin",
      ...(input.body === undefined ? {} : { body: JSON.stringify(input.body) }),
      ...(options.signal === undefined ? {} : { signal: options.signal }),
    });
    noteReached(sentAt);
    return response;
  } catch (failure) {
    if (options.signal?.aborted === true) throw failure;
    noteUnreachable();
    throw new UnreachableError("the server could not be reached", { cause: failure });
  }
}

async function parseAnswer<E extends Endpoint>(endpoint: E, response: Response): Promise<ResponseOf<E>> {
  const answered = response.status === NOTHING ? {} : await readJson(response);
  if (!response.ok) throw problemOf(endpoint, response, answered);
  const parsed = endpoint.response.safeParse(answered);
  if (!parsed.success) throw new UnexpectedAnswerError(endpoint.id, response.status, { cause: parsed.error });
  return parsed.data as ResponseOf<E>;
}

async function readJson(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch {
    return undefined;
  }
}

function problemOf(endpoint: Endpoint, response: Response, answered: unknown): Error {
  if (response.status === NOT_SIGNED_IN) onSignedOut();
  const problem = Problem.safeParse(answered);
  return problem.success ? new ProblemError(problem.data) : new UnexpectedAnswerError(endpoint.id, response.status);
}
