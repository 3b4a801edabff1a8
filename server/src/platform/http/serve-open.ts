import type { Endpoint, ResponseOf } from "@tongzhou/contract/endpoint";
import type { Call, Http, Input } from "./http.ts";
import { callOf, readInput, registerEndpoint } from "./register-endpoint.ts";

export interface OpenRule<E extends Endpoint> {
  /** Why anybody may call it; there must be a reason. */
  readonly everybodyBecause: string;
  readonly creates?: true;
  /** Opens its operations itself, because there is nobody yet in whose name one could be open. */
  handle(input: Input<E>, call: Call): Promise<ResponseOf<E>>;
}

/** Serves a call to people who are not signed in. The only calls without an access rule. */
export function serveOpen<E extends Endpoint>(http: Http, endpoint: E, rule: OpenRule<E>): void {
  registerEndpoint(http, endpoint, {
    access: "open",
    ...(rule.creates ? { status: 201 } : {}),
    answer: (request, reply) => rule.handle(readInput(endpoint, request), callOf(request, reply)),
  });
}
