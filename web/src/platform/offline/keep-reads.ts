import { dehydrate, hydrate, type DehydratedState, type Query, type QueryClient } from "@tanstack/react-query";
import { rememberedReads } from "./remembered-reads.ts";

/** Written at most this often, ms. */
const WRITE_EVERY_MS = 3_000;
/** What is older is of no use and only a risk. */
const KEPT_MS = 24 * 3_600_000;
/** The most recently read ones are kept. */
const MOST_QUERIES = 80;

interface Kept {
  personId: string;
  at: number;
  state: DehydratedState;
}

function isKept(value: unknown): value is Kept {
  return typeof value === "object" && value !== null && "personId" in value && "at" in value && "state" in value;
}

/**
 * Brings back what was read before, if it is young enough. Answers whose it is. It is shown until it has been read again:
 * between the last writing and now anything may have changed, even by the reader's own hand a second ago.
 */
export async function recallReads(client: QueryClient, now: number): Promise<string | undefined> {
  const kept = await rememberedReads.read();
  if (!isKept(kept) || now - kept.at > KEPT_MS) return undefined;
  hydrate(client, kept.state);
  void client.invalidateQueries({ refetchType: "none" });
  return kept.personId;
}

/** Keeps what a person's pages read, in this browser, until they sign out. Answers how to stop. */
export function keepReads(client: QueryClient, personId: string): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const write = () => {
    timer = undefined;
    const newest = new Set(newestQueries(client).map((query) => query.queryHash));
    const state = dehydrate(client, {
      shouldDehydrateQuery: (query) => newest.has(query.queryHash),
      shouldDehydrateMutation: () => false,
    });
    void rememberedReads.write({ personId, at: Date.now(), state } satisfies Kept);
  };
  const stopListening = client.getQueryCache().subscribe(({ type }) => {
    if (type === "updated") timer ??= setTimeout(write, WRITE_EVERY_MS);
  });
  return () => {
    clearTimeout(timer);
    stopListening();
  };
}

/** A query says `meta: { private: true }` when its answer must not be stored: a revealed number, a secret shown once. */
const mayBeKept = (query: Query): boolean => query.state.status === "success" && query.meta?.["private"] !== true;

function newestQueries(client: QueryClient): Query[] {
  return client
    .getQueryCache()
    .getAll()
    .filter(mayBeKept)
    .toSorted((a, b) => b.state.dataUpdatedAt - a.state.dataUpdatedAt)
    .slice(0, MOST_QUERIES);
}

/** Forgets everything that was read: at signing out, and when somebody else signs in. */
export async function forgetReads(client: QueryClient): Promise<void> {
  client.clear();
  await rememberedReads.clear();
}
