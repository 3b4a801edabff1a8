/** One field of a request that is wrong: a JSON pointer into it, a code with a sentence, the values the sentence speaks of. */
export interface WrongField {
  readonly pointer: string;
  readonly code: string;
  readonly params?: Readonly<Record<string, unknown>>;
}

/**
 * What a use case throws when it will not do something: everything is rolled back and the caller is told why, in their
 * language. Any other error is a defect and answers 500 with a report id.
 */
export abstract class Refusal extends Error {
  abstract readonly status: number;

  constructor(
    /** Stable, `snake_case`; its sentence is in the `messages.*.json` of whoever throws it. */
    readonly code: string,
    /** Values the sentence speaks of. */
    readonly params: Readonly<Record<string, unknown>> = {},
    readonly fields: readonly WrongField[] = [],
  ) {
    super(code);
    this.name = new.target.name;
  }
}

/** A rule of the business says no. */
export class Refused extends Refusal {
  readonly status = 422;
}

/** What was sent cannot be understood or breaks a bound; names the fields. */
export class Invalid extends Refusal {
  readonly status = 400;

  constructor(fields: readonly WrongField[], code = "invalid_input") {
    super(code, { count: fields.length }, fields);
  }
}

/** There is no such record, or the caller may not know that there is. */
export class NotFound extends Refusal {
  readonly status = 404;

  constructor(code = "not_found", params: Readonly<Record<string, unknown>> = {}) {
    super(code, params);
  }
}

/** The caller may not do this; that it exists is no secret. */
export class NotAllowed extends Refusal {
  readonly status = 403;

  constructor(code = "not_allowed", params: Readonly<Record<string, unknown>> = {}) {
    super(code, params);
  }
}

/** Nobody is signed in. */
export class NotSignedIn extends Refusal {
  readonly status = 401;

  constructor(code = "not_signed_in", params: Readonly<Record<string, unknown>> = {}) {
    super(code, params);
  }
}

/** Somebody was first, or the thing has changed: says who, when, and the value now. */
export class Conflict extends Refusal {
  readonly status = 409;
}

/** Not now: try again after so many seconds. */
abstract class Later extends Refusal {
  constructor(
    readonly retryAfter: number,
    code: string,
    params: Readonly<Record<string, unknown>> = {},
  ) {
    super(code, { minutes: Math.ceil(retryAfter / 60), ...params });
  }
}

/** Too often. */
export class TooMany extends Later {
  readonly status = 429;

  constructor(retryAfter: number, code = "too_many_requests", params: Readonly<Record<string, unknown>> = {}) {
    super(retryAfter, code, params);
  }
}

/** Nothing is wrong with the request, but the house cannot do it at this moment. */
export class Unavailable extends Later {
  readonly status = 503;

  constructor(retryAfter: number) {
    super(retryAfter, "unavailable");
  }
}
