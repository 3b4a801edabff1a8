import type { RuleGroup } from "@tongzhou/contract/conditions";

/** What a list shows, as its address says it. `columns` undefined: the list's own; else as `writeLayout` keeps them. */
export interface ListChoiceState {
  filter: RuleGroup;
  search: string;
  sort: string;
  columns: readonly string[] | undefined;
}

export interface ListState extends ListChoiceState {
  /** The saved view that was chosen. */
  view: string;
  /** Changes some of it; the rest stays. */
  change: (next: Partial<ListChoiceState>) => void;
  /** Back to the columns of the view, or else those the list begins with. */
  resetColumns: () => void;
}

export interface ListAsked {
  filter?: string;
  search?: string;
  sort?: string;
}

/** A list's choice as its endpoint takes it. */
export function askedOf({ filter, search, sort }: Pick<ListChoiceState, "filter" | "search" | "sort">): ListAsked {
  return {
    ...(filter.rules.length === 0 ? {} : { filter: JSON.stringify(filter) }),
    ...(search === "" ? {} : { search }),
    ...(sort === "" ? {} : { sort }),
  };
}

/** The next order when the head of a column is pressed: first up, then down. */
export const turnedSort = (order: string, column: string): string => (order === column ? `-${column}` : column);

/** The order as a table draws it. */
export const sortingOf = (order: string): { column: string; down: boolean } => ({
  column: order.replace(/^-/, ""),
  down: order.startsWith("-"),
});
