import type { Readable } from "node:stream";
import type { Endpoint, ResponseOf } from "@tongzhou/contract/endpoint";
import type { Viewer } from "../access/viewer.ts";
import { NotAllowed } from "../problems/refusal.ts";
import type { Allow, Call, Http, Input } from "./http.ts";
import { callOf, readInput, registerEndpoint } from "./register-endpoint.ts";
import { viewerOf } from "./viewer-of.ts";

/** The bytes of a file are sent as they are, under this type; a form would have to be taken apart first. */
export const UPLOAD_TYPE = "application/octet-stream";

export interface UploadRule<E extends Endpoint> {
  readonly allow: Allow<E>;
  /** Bytes at most; more is refused while reading. */
  readonly maxBytes: number;
  /**
   * Writes the bytes away as they arrive. A stored file is no business row, so no operation is open: a slow line would
   * hold it, and a connection with it, for minutes.
   */
  handle(viewer: Viewer, input: Input<E>, bytes: Readable, call: Call): Promise<ResponseOf<E>>;
}

/** Serves the upload of one file as the raw body of a request; everything else about it is in the query. */
export function serveUpload<E extends Endpoint>(http: Http, endpoint: E, rule: UploadRule<E>): void {
  registerEndpoint(http, endpoint, {
    access: "write",
    status: 201,
    bodyLimit: rule.maxBytes,
    async answer(request, reply) {
      const viewer = viewerOf(request);
      const bytes = request.body as Readable;
      const input = readInput(endpoint, request);
      if (!rule.allow(viewer, input)) throw new NotAllowed();
      return rule.handle(viewer, input, bytes, callOf(request, reply));
    },
  });
}
