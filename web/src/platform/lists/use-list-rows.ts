import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import type { Endpoint } from "@tongzhou/contract/endpoint";
import type { z } from "zod";
import type { MoreRows } from "../../ui/table/table-types.ts";
import { readingPages } from "../http/queries.ts";
import type { CallInput } from "../http/call-types.ts";

interface Page<Row> {
  rows: Row[];
  nextCursor?: string | undefined;
  order: string;
}

/** An endpoint that answers pages of rows by keyset. */
export type ListEndpoint<Row> = Endpoint<z.ZodType, z.ZodType, z.ZodType, z.ZodType<Page<Row>>>;

export interface ListRows<Row> {
  rows: readonly Row[];
  /** The sort in force. */
  order: string;
  loading: boolean;
  failure: Error | null;
  retry: () => void;
  more: MoreRows;
}

/** The rows of a list, page after page. What was shown stays until the answer to a changed question is there. */
export function useListRows<Row>(endpoint: ListEndpoint<Row>, query: object): ListRows<Row> {
  const asked = { query } as CallInput<ListEndpoint<Row>>;
  const read = useInfiniteQuery({ ...readingPages(endpoint, asked), placeholderData: keepPreviousData });
  const pages: readonly Page<Row>[] = read.data?.pages ?? [];
  return {
    rows: pages.flatMap((page) => page.rows),
    order: pages[0]?.order ?? "",
    loading: read.isPending,
    failure: read.isError && pages.length === 0 ? read.error : null,
    retry: () => void read.refetch(),
    more: {
      has: read.hasNextPage,
      loading: read.isFetchingNextPage,
      load: () => void read.fetchNextPage(),
      failed: read.isFetchNextPageError,
    },
  };
}
