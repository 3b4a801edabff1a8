import type { FastifyReply, FastifyRequest } from "fastify";
import type { Endpoint, ResponseOf } from "@tongzhou/contract/endpoint";
import type { Acting } from "../access/acting.ts";
import type { Viewer } from "../access/viewer.ts";
import { operate } from "../ledger/operate.ts";
import type { OperationRequest } from "../ledger/operate.ts";
import type { OperationKind } from "../ledger/operation-kind.ts";
import { NotAllowed } from "../problems/refusal.ts";
import { AnsweredBefore, answerOnce, readIdempotencyKey } from "./answer-once.ts";
import type { Allow, Call, Http, Input } from "./http.ts";
import { callOf, readInput, registerEndpoint } from "./register-endpoint.ts";
import { viewerOf } from "./viewer-of.ts";

export interface WriteRule<E extends Endpoint> {
  readonly allow: Allow<E>;
  /** The kind of the operation that the call is. */
  readonly kind: OperationKind;
  /**
   * For POSTs that make something: `repeatable` honours `Idempotency-Key` and answers a repetition with the first answer;
   * `once` honours it too, but its answer holds a secret, is not kept, and a repetition is refused. Answers 201.
   */
  readonly creates?: "repeatable" | "once";
  /** Bytes of a body; 1 MiB when not said. */
  readonly bodyLimit?: number;
  readonly isolation?: NonNullable<OperationRequest["isolation"]>;
  /** What must be known before the operation opens because it takes long or must outlive a refusal: a password checked. */
  prepare?(viewer: Viewer, input: Input<E>): Promise<void>;
  handle(context: Acting, input: Input<E>, call: Call): Promise<ResponseOf<E>>;
  /** Runs after the commit, in this process only: for caches that must not answer with the past. */
  settled?(): void;
}

/**
 * Serves a call that changes something: who asks, parse, allow, do inside one operation, present by the contract. The
 * answer carries the operation in the header `operation-id`, for the undo that the page offers.
 */
export function serveWrite<E extends Endpoint>(http: Http, endpoint: E, rule: WriteRule<E>): void {
  registerEndpoint(http, endpoint, {
    access: "write",
    ...(rule.creates ? { status: 201 } : {}),
    ...(rule.bodyLimit === undefined ? {} : { bodyLimit: rule.bodyLimit }),
    async answer(request, reply) {
      const viewer = viewerOf(request);
      const input = readInput(endpoint, request);
      if (!rule.allow(viewer, input)) throw new NotAllowed();
      await rule.prepare?.(viewer, input);
      const answer = await act(http, endpoint, rule, viewer, input, request, reply);
      rule.settled?.();
      return answer;
    },
  });
}

async function act<E extends Endpoint>(
  http: Http,
  endpoint: E,
  rule: WriteRule<E>,
  viewer: Viewer,
  input: Input<E>,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<unknown> {
  const call = callOf(request, reply);
  const key = rule.creates ? readIdempotencyKey(request, viewer.personId, endpoint.id, input) : undefined;
  const asked: OperationRequest = {
    actor: { kind: "person", personId: viewer.personId },
    kind: rule.kind,
    source: viewer.isKey ? "api" : "web",
    ...(rule.isolation ? { isolation: rule.isolation } : {}),
  };
  try {
    const done = await operate(http.house, asked, (context) => {
      const handle = (): Promise<ResponseOf<E>> => rule.handle({ ...context, viewer }, input, call);
      return key ? answerOnce(context, key, rule.creates === "repeatable", handle) : handle();
    });
    call.note(done.operationId);
    return done.result;
  } catch (error) {
    if (!(error instanceof AnsweredBefore)) throw error;
    call.note(error.operationId);
    void reply.header("idempotent-replayed", "true");
    return error.response;
  }
}
