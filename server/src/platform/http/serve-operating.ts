import type { Endpoint, ResponseOf } from "@tongzhou/contract/endpoint";
import type { Viewer } from "../access/viewer.ts";
import type { Actor, House, OperationSource } from "../ledger/context.ts";
import { NotAllowed } from "../problems/refusal.ts";
import type { Allow, Call, Http, Input } from "./http.ts";
import { callOf, readInput, registerEndpoint } from "./register-endpoint.ts";
import { viewerOf } from "./viewer-of.ts";

/** Who asks, for use cases that open their operations themselves. */
export interface Asking {
  readonly house: House;
  readonly viewer: Viewer;
  readonly actor: Actor;
  readonly source: OperationSource;
}

export interface OperatingRule<E extends Endpoint> {
  readonly access: "read" | "write";
  /** Why no operation or snapshot is opened for it. */
  readonly because: string;
  readonly allow: Allow<E>;
  handle(asking: Asking, input: Input<E>, call: Call): Promise<ResponseOf<E>>;
}

/**
 * Serves a call whose use case has to open its own transaction: undo, and work on the job queue. Every other call is served
 * by `serveRead` or `serveWrite`.
 */
export function serveOperating<E extends Endpoint>(http: Http, endpoint: E, rule: OperatingRule<E>): void {
  registerEndpoint(http, endpoint, {
    access: rule.access,
    async answer(request, reply) {
      const viewer = viewerOf(request);
      const input = readInput(endpoint, request);
      if (!rule.allow(viewer, input)) throw new NotAllowed();
      const actor = { kind: "person", personId: viewer.personId } as const;
      const asking: Asking = { house: http.house, viewer, actor, source: viewer.isKey ? "api" : "web" };
      return rule.handle(asking, input, callOf(request, reply));
    },
  });
}
