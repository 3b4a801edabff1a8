import type { Readable } from "node:stream";
import type { Endpoint } from "@tongzhou/contract/endpoint";
import type { Viewing } from "../access/acting.ts";
import { look } from "../ledger/look.ts";
import { NotAllowed } from "../problems/refusal.ts";
import type { Allow, Http, Input } from "./http.ts";
import { readInput, registerEndpoint } from "./register-endpoint.ts";
import { viewerOf } from "./viewer-of.ts";

export interface Download {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Readable;
}

export interface DownloadRule<E extends Endpoint> {
  readonly allow: Allow<E>;
  /** Finds the file; the stream may outlive the context, so it takes connections of its own. */
  handle(context: Viewing, input: Input<E>): Promise<Download>;
}

/** Serves a file for keeping: never shown in the page, so that what somebody uploaded cannot run as ours. */
export function serveDownload<E extends Endpoint>(http: Http, endpoint: E, rule: DownloadRule<E>): void {
  registerEndpoint(http, endpoint, {
    access: "read",
    async answer(request, reply) {
      const viewer = viewerOf(request);
      const input = readInput(endpoint, request);
      if (!rule.allow(viewer, input)) throw new NotAllowed();
      const file = await look(http.house, "list", (context) => rule.handle({ ...context, viewer }, input));
      void reply
        .header("content-type", file.mediaType)
        .header("content-disposition", `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`)
        .header("content-security-policy", "sandbox; default-src 'none'")
        .header("cache-control", "private, no-store");
      return file.bytes;
    },
  });
}
