import type { Context, ReadContext } from "../ledger/context.ts";
import type { Viewer } from "./viewer.ts";

/** What a reading use case receives when somebody asks for it: the snapshot of the database, and through whose eyes. */
export interface Viewing extends ReadContext {
  readonly viewer: Viewer;
}

/** What a writing use case receives when somebody asks for it: the open operation, and with whose rights. */
export interface Acting extends Context {
  readonly viewer: Viewer;
}
