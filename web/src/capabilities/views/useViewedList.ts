import { useQuery } from "@tanstack/react-query";
import { EVERYTHING, RuleGroup } from "@tongzhou/contract/conditions";
import { savedViews, type SavedView } from "@tongzhou/contract/views";
import { z } from "zod";
import { reading } from "../../platform/http/queries.ts";
import type { ListState } from "../../platform/lists/list-state.ts";
import { useUrlState } from "../../platform/routing/useUrlState.ts";
import { useOwnColumns } from "./useOwnColumns.ts";

/** A view the list brings along, for as long as nobody has shipped one under this name. */
export interface StandingView {
  id: string;
  words: string;
  filter: RuleGroup;
  sort?: string;
}

export interface ShownView {
  id: string;
  words: string;
  filter: RuleGroup;
  sort: string;
  columns: readonly string[] | undefined;
  /** Set for a view that is stored. */
  saved?: SavedView;
}

export interface ViewedList extends ListState {
  object: string;
  views: readonly ShownView[];
  current: ShownView;
  /** Something differs from the chosen view. */
  isChanged: boolean;
  /** Back to the view as it is stored. */
  reset: () => void;
}

const Url = z.object({
  view: z.coerce.string().default(""),
  filter: RuleGroup.optional().catch(undefined),
  q: z.coerce.string().default(""),
  sort: z.coerce.string().optional(),
  columns: z.array(z.string()).optional().catch(undefined),
});

const fromStored = (saved: SavedView): ShownView => ({
  id: saved.id,
  words: saved.name,
  filter: saved.filter,
  sort: saved.sort,
  columns: saved.columns.length === 0 ? undefined : saved.columns,
  saved,
});

/** The choice of a list, kept in its address: a view, and what differs from it. */
export function useViewedList(object: string, standing: readonly StandingView[]): ViewedList {
  const [url, changeUrl] = useUrlState(Url);
  const stored = useQuery(reading(savedViews.list, { query: { object } }));
  const views: ShownView[] = [
    ...standing.map((view) => ({ ...view, sort: view.sort ?? "", columns: undefined })),
    ...(stored.data ?? []).filter(({ shipped }) => !shipped).map(fromStored),
  ];
  const fallback: ShownView = { id: "all", words: "", filter: EVERYTHING, sort: "", columns: undefined };
  const current = views.find(({ id }) => id === url.view) ?? views[0] ?? fallback;
  const own = useOwnColumns(object);
  const differs = url.filter !== undefined || url.sort !== undefined || url.columns !== undefined;
  return {
    object,
    views,
    current,
    view: current.id,
    filter: url.filter ?? current.filter,
    search: url.q,
    sort: url.sort ?? current.sort,
    columns: url.columns ?? current.columns ?? own.columns,
    isChanged: differs,
    reset: () => changeUrl({ filter: undefined, sort: undefined, columns: undefined }, { replace: true }),
    resetColumns: () => {
      own.choose(undefined);
      changeUrl({ columns: undefined }, { replace: true });
    },
    change: ({ filter, search, sort, columns }) => {
      // A view that somebody saved has its columns from whoever saved it; elsewhere one finds one's own again.
      if (columns !== undefined && current.saved === undefined) own.choose(columns);
      changeUrl(
        {
          ...(filter === undefined ? {} : { filter }),
          ...(search === undefined ? {} : { q: search }),
          ...(sort === undefined ? {} : { sort }),
          ...(columns === undefined ? {} : { columns: [...columns] }),
        },
        { replace: filter === undefined },
      );
    },
  };
}
