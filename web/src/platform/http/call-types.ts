import type { Endpoint, InputOf, ResponseOf } from "@tongzhou/contract/endpoint";

/** An object of which nothing is asked. */
type Empty = Record<never, never>;

type Part<Name extends string, Value> = [Value] extends [undefined]
  ? Empty
  : Empty extends Value
    ? { [K in Name]?: Value }
    : { [K in Name]: Value };

/** What a call takes: parameters, query and body as the contract has them; what is empty there may be left out. */
export type CallInput<E extends Endpoint> = Part<"params", InputOf<E>["params"]> &
  Part<"query", InputOf<E>["query"]> &
  Part<"body", InputOf<E>["body"]>;

export interface CallOptions {
  signal?: AbortSignal;
  /** The same key on a second try makes sure that it happens once. Every POST gets one by itself. */
  idempotencyKey?: string;
}

/** The input may be left out when the endpoint asks for nothing. */
export type CallArguments<E extends Endpoint> =
  Empty extends CallInput<E>
    ? [input?: CallInput<E>, options?: CallOptions]
    : [input: CallInput<E>, options?: CallOptions];

/** What was answered, and the operation that can be undone by it. */
export interface Acted<E extends Endpoint> {
  answer: ResponseOf<E>;
  operationId: string | undefined;
}
