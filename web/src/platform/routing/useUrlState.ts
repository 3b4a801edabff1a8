import { defaultStringifySearch, useNavigate, useSearch } from "@tanstack/react-router";
import type { z } from "zod";

type SearchSchema = z.ZodType<Record<string, unknown>>;

export interface ChangeOptions {
  /** Does not add a step to the browser's history: for typing and ordering. */
  replace?: boolean;
}

/**
 * What a page shows, kept in its address so that a link shared in a chat opens the same. Give every field a default:
 * an address that does not fit the schema shows the defaults.
 */
export function useUrlState<S extends SearchSchema>(
  schema: S,
): [z.output<S>, (change: Partial<z.input<S>>, options?: ChangeOptions) => void] {
  const search: unknown = useSearch({ strict: false });
  const navigate = useNavigate();
  const read = schema.safeParse(search);
  const state = read.success ? read.data : schema.parse({});
  const change = (next: Partial<z.input<S>>, { replace = false }: ChangeOptions = {}) => {
    void navigate({
      to: ".",
      replace,
      search: (before: Record<string, unknown>) => withoutAbsent({ ...before, ...next }),
    } as unknown as Parameters<typeof navigate>[0]);
  };
  return [state, change];
}

const withoutAbsent = (search: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined && value !== ""));

/** An address with the state of a page: `hrefOf("/leads", { view: "mine" })`. */
export function hrefOf(path: string, search: Record<string, unknown> = {}): string {
  return `${path}${defaultStringifySearch(withoutAbsent(search))}`;
}
