import type { Endpoint, ResponseOf } from "@tongzhou/contract/endpoint";
import type { Viewing } from "../access/acting.ts";
import { look } from "../ledger/look.ts";
import type { STATEMENT_LIMITS } from "../ledger/look.ts";
import { NotAllowed } from "../problems/refusal.ts";
import type { Allow, Call, Http, Input } from "./http.ts";
import { callOf, readInput, registerEndpoint } from "./register-endpoint.ts";
import { viewerOf } from "./viewer-of.ts";

export interface ReadRule<E extends Endpoint> {
  readonly allow: Allow<E>;
  /** How long a statement may take: `list` (the default) or `report`. */
  readonly limit?: keyof typeof STATEMENT_LIMITS;
  handle(context: Viewing, input: Input<E>, call: Call): Promise<ResponseOf<E>>;
}

/** Serves a call that changes nothing: who asks, parse, allow, do on one snapshot, present by the contract. */
export function serveRead<E extends Endpoint>(http: Http, endpoint: E, rule: ReadRule<E>): void {
  registerEndpoint(http, endpoint, {
    access: "read",
    async answer(request, reply) {
      const viewer = viewerOf(request);
      const input = readInput(endpoint, request);
      if (!rule.allow(viewer, input)) throw new NotAllowed();
      return look(http.house, rule.limit ?? "list", (context) =>
        rule.handle({ ...context, viewer }, input, callOf(request, reply)),
      );
    },
  });
}
