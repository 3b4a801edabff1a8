import { infiniteQueryOptions, QueryClient, queryOptions } from "@tanstack/react-query";
import type { Endpoint, ResponseOf } from "@tongzhou/contract/endpoint";
import { call } from "./call.ts";
import type { CallArguments, CallInput } from "./call-types.ts";
import { ProblemError, UnreachableError } from "./problem-error.ts";

const FRESH_MS = 30_000;
/** Offline, what was loaded today must still be there. */
const KEPT_MS = 24 * 3_600_000;
const MOST_RETRIES = 2;
const OUR_FAULT = 500;

/** Only what may pass by itself is tried again; a refusal stays a refusal. */
function mayPass(failure: unknown): boolean {
  if (failure instanceof UnreachableError) return true;
  return failure instanceof ProblemError && failure.status >= OUR_FAULT;
}

/** What the pages have read. Queries run offline too, so that they fail and the page says so, instead of waiting silently. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: FRESH_MS,
      gcTime: KEPT_MS,
      networkMode: "always",
      retry: (failures, failure) => failures < MOST_RETRIES && mayPass(failure),
    },
    // Nothing is written later by itself: offline nothing is saved.
    mutations: { networkMode: "always", retry: false },
  },
});

/** A read of the contract as a query: `useQuery(reading(leads.show, { params: { leadId } }))`. */
export function reading<E extends Endpoint>(endpoint: E, ...args: CallArguments<E>) {
  const [input] = args;
  return queryOptions<ResponseOf<E>>({
    queryKey: [endpoint.id, input ?? {}],
    queryFn: ({ signal }) => call(endpoint, ...([input, { signal }] as unknown as CallArguments<E>)),
  });
}

interface Page {
  rows: readonly unknown[];
  nextCursor?: string | undefined;
}

/** A list that is paged by keyset: `useInfiniteQuery(readingPages(leads.list, { query }))`. The cursor is filled in. */
export function readingPages<E extends Endpoint>(endpoint: E, input: CallInput<E>) {
  const { query, ...rest } = input as { query?: Record<string, unknown> };
  return infiniteQueryOptions<ResponseOf<E>, Error, { pages: ResponseOf<E>[] }, readonly unknown[], string | undefined>(
    {
      queryKey: [endpoint.id, input],
      initialPageParam: undefined,
      queryFn: ({ pageParam, signal }) => {
        const paged = { ...rest, query: { ...query, ...(pageParam === undefined ? {} : { cursor: pageParam }) } };
        return call(endpoint, ...([paged, { signal }] as unknown as CallArguments<E>));
      },
      getNextPageParam: (last) => (last as Page).nextCursor,
    },
  );
}

/** What was read by these endpoints is out of date: what is on the page is read again, the rest when it is needed. */
export async function forget(...endpoints: readonly Pick<Endpoint, "id">[]): Promise<void> {
  await Promise.all(endpoints.map(({ id }) => queryClient.invalidateQueries({ queryKey: [id] })));
}
