import type { FastifyRequest } from "fastify";
import type { Viewer } from "../access/viewer.ts";
import { NotSignedIn } from "../problems/refusal.ts";
import "./fastify-words.ts";

/** Who sends the request. @throws NotSignedIn for nobody. */
export function viewerOf(request: FastifyRequest): Viewer {
  if (!request.identity) throw new NotSignedIn();
  return request.identity.viewer;
}
