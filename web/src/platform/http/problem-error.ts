import type { Problem } from "@tongzhou/contract/problem";

/** The server refused, and said why (RFC 9457). `message` is its sentence in the user's language. */
export class ProblemError extends Error {
  override readonly name = "ProblemError";

  constructor(readonly problem: Problem) {
    super(problem.title);
  }

  get code(): string {
    return this.problem.code;
  }

  get status(): number {
    return this.problem.status;
  }

  /** What was wrong with one field of the request, by JSON pointer: `/email` (of the query: `/query/email`). */
  field(pointer: string): string | undefined {
    return this.problem.fields?.find((field) => field.pointer === pointer)?.message;
  }
}

/** The server could not be reached: no network, or nobody there. Nothing is known about whether it was done. */
export class UnreachableError extends Error {
  override readonly name = "UnreachableError";
}

/** The server answered something that is not in the contract. */
export class UnexpectedAnswerError extends Error {
  override readonly name = "UnexpectedAnswerError";

  constructor(
    readonly endpointId: string,
    readonly status: number,
    options?: ErrorOptions,
  ) {
    super(`${endpointId} answered ${status} with something that is not in the contract`, options);
  }
}

export const isProblem = (error: unknown, code?: string): error is ProblemError =>
  error instanceof ProblemError && (code === undefined || error.code === code);
