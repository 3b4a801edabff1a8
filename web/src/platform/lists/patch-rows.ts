import type { Endpoint } from "@tongzhou/contract/endpoint";
import { queryClient } from "../http/queries.ts";

interface Page {
  rows: readonly { readonly id: string }[];
}

const isPage = (read: unknown): read is Page =>
  typeof read === "object" && read !== null && "rows" in read && Array.isArray(read.rows);

const isPages = (read: unknown): read is { pages: unknown[] } =>
  typeof read === "object" && read !== null && "pages" in read && Array.isArray(read.pages);

/** Writes a row anew wherever a list has it, before the server has said anything: nothing jumps, and nothing is read again. */
export function patchRows<Row extends { readonly id: string }>(
  list: Pick<Endpoint, "id">,
  id: string,
  next: (row: Row) => Row,
): void {
  const patched = (page: unknown): unknown =>
    isPage(page) && page.rows.some((row) => row.id === id)
      ? { ...page, rows: page.rows.map((row) => (row.id === id ? next(row as Row) : row)) }
      : page;
  queryClient.setQueriesData({ queryKey: [list.id] }, (read: unknown) =>
    isPages(read) ? { ...read, pages: read.pages.map(patched) } : patched(read),
  );
}
