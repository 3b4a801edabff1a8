import type { SpokenLanguage } from "../problems/sentences.ts";
import type { RegisteredEndpoint, Identity } from "./http.ts";

declare module "fastify" {
  interface FastifyInstance {
    /** `TONGZHOU_URL`: the address people use. */
    publicUrl: string | undefined;
  }
  interface FastifyRequest {
    /** Who sends it; undefined for nobody and on open endpoints. */
    identity: Identity | undefined;
    /** In which language to answer. */
    language: SpokenLanguage;
    /** The operation it opened. */
    operationId: string | undefined;
  }
  interface FastifyContextConfig {
    registered?: RegisteredEndpoint;
    /** Long answers (streams of events) are not counted by their duration. */
    lasting?: boolean;
  }
}
