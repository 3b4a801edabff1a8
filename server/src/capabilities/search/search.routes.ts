import { search } from "@tongzhou/contract/search";
import type { Http } from "../../platform/http/http.ts";
import { serveRead } from "../../platform/http/serve-read.ts";
import { findRecords } from "./find-records.ts";
import { maySearch } from "./search.access.ts";

/** One search for everything. */
export function searchRoutes(http: Http): void {
  serveRead(http, search.find, {
    allow: maySearch,
    handle: async (context, { query }) => ({ hits: await findRecords(context, query) }),
  });
}
