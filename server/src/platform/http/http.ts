import type { FastifyInstance } from "fastify";
import type { BodyOf, Endpoint, ParamsOf, QueryOf } from "@tongzhou/contract/endpoint";
import type { Viewer } from "../access/viewer.ts";
import type { House } from "../ledger/context.ts";
import type { Phrasebook, SpokenLanguage } from "../problems/sentences.ts";

/** What a request brought to show who sends it. */
export interface Credentials {
  readonly cookie: string | undefined;
  readonly key: string | undefined;
}

/** Who sends a request. */
export interface Identity {
  readonly viewer: Viewer;
  /** Absent for API keys. */
  readonly sessionId?: string;
  /** Set when the session was prolonged and the browser must learn it. */
  readonly renewed?: { readonly cookie: string; readonly seconds: number };
}

/** Knows who sends a request. Called before a request is parsed, so it must be quick: it answers from memory mostly. */
export interface Doorkeeper {
  identify(credentials: Credentials): Promise<Identity | undefined>;
}

/** What was parsed of a request. */
export interface Input<E extends Endpoint> {
  readonly params: ParamsOf<E>;
  readonly query: QueryOf<E>;
  readonly body: BodyOf<E>;
}

/** The access rule of an endpoint, named as a question: `mayEditPeople`. Rights on one record are the use case's matter. */
export type Allow<E extends Endpoint> = (viewer: Viewer, input: Input<E>) => boolean;

/** What the few calls need that deal with the browser itself: sign-in, sessions, keys. */
export interface Call {
  readonly requestId: string;
  /** The caller's address as far as trusted proxies tell it. */
  readonly address: string;
  readonly userAgent: string | undefined;
  readonly language: SpokenLanguage;
  readonly sessionId: string | undefined;
  /** Hands the browser its session. */
  giveSession(cookie: string, seconds: number): void;
  /** Takes it back. */
  takeSession(): void;
  /** Notes the operation of this request for the answer and the log. */
  note(operationId: string): void;
}

export interface RegisteredEndpoint {
  readonly endpoint: Endpoint;
  readonly capability: string;
  readonly access: "open" | "read" | "write";
}

/** What a capability's `.routes.ts` registers its endpoints with. */
export interface Http {
  readonly app: FastifyInstance;
  readonly house: House;
  readonly phrases: Phrasebook;
  /** The capability whose turn it is. */
  readonly capability: string;
  readonly endpoints: RegisteredEndpoint[];
}
