import type { Endpoint, ResponseOf } from "@tongzhou/contract/endpoint";
import { Problem } from "@tongzhou/contract/problem";
import { language } from "../language/language.ts";
import { ProblemError, UnexpectedAnswerError, UnreachableError } from "./problem-error.ts";
import { addressOf, type LooseInput } from "./request-of.ts";

const DONE = 4;

/**
 * Sends a file as the raw body of an endpoint, telling how much has arrived (0 to 1). Uses XMLHttpRequest, because fetch
 * cannot tell how far an upload is.
 * @throws ProblemError, UnreachableError, UnexpectedAnswerError as `call` does.
 */
export function sendFile<E extends Endpoint>(
  endpoint: E,
  input: LooseInput,
  file: File,
  onProgress: (share: number) => void,
): Promise<ResponseOf<E>> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(endpoint.method, addressOf(endpoint, input));
    request.setRequestHeader("content-type", "application/octet-stream");
    request.setRequestHeader("accept", "application/json");
    request.setRequestHeader("accept-language", language.get());
    request.setRequestHeader("idempotency-key", crypto.randomUUID());
    request.upload.addEventListener("progress", ({ loaded, total }) => onProgress(total === 0 ? 0 : loaded / total));
    request.addEventListener("error", () => reject(new UnreachableError("the file could not be sent")));
    request.addEventListener("readystatechange", () => {
      if (request.readyState !== DONE || request.status === 0) return;
      try {
        resolve(answerOf(endpoint, request.status, request.responseText));
      } catch (failure) {
        reject(failure instanceof Error ? failure : new Error(String(failure)));
      }
    });
    request.send(file);
  });
}

function answerOf<E extends Endpoint>(endpoint: E, status: number, text: string): ResponseOf<E> {
  const answered = asJson(text);
  const problem = Problem.safeParse(answered);
  if (problem.success) throw new ProblemError(problem.data);
  const parsed = endpoint.response.safeParse(answered);
  if (!parsed.success) throw new UnexpectedAnswerError(endpoint.id, status, { cause: parsed.error });
  return parsed.data as ResponseOf<E>;
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
