import { useQueries } from "@tanstack/react-query";
import type { Endpoint } from "@tongzhou/contract/endpoint";
import type { Count } from "@tongzhou/contract/paging";
import { Ellipsis } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { z } from "zod";
import { reading } from "../../platform/http/queries.ts";
import type { CallArguments } from "../../platform/http/call-types.ts";
import { askedOf } from "../../platform/lists/list-state.ts";
import { hrefOf } from "../../platform/routing/useUrlState.ts";
import { useFormat } from "../../platform/format/useFormat.ts";
import { Button } from "../../ui/controls/Button.tsx";
import { sayDone, sayFailed } from "../../ui/feedback/toast.ts";
import { Menu } from "../../ui/layers/Menu.tsx";
import { Tabs } from "../../ui/list/Tabs.tsx";
import { RemoveView } from "./RemoveView.tsx";
import { SaveViewDialog } from "./SaveViewDialog.tsx";
import type { ShownView, ViewedList } from "./useViewedList.ts";

/** An endpoint that counts what a choice shows. */
export type CountEndpoint = Endpoint<z.ZodType, z.ZodType, z.ZodType, z.ZodType<Count>>;

export interface ViewTabsProps {
  list: ViewedList;
  path: string;
  /** Left out where a guess would be far off and counting is dear. */
  count?: CountEndpoint;
}

/** The views of a list as tabs, each with how many it shows where that can be said. */
export function ViewTabs({ list, path, count }: ViewTabsProps) {
  const { t } = useTranslation("views");
  const [asked, setAsked] = useState<"rename" | "remove">();
  const counts = useViewCounts(list.views, count);
  const saved = list.current.saved;
  const copyLink = async () => {
    try {
      await navigator.clipboard.writeText(`${window.location.origin}${linkTo(path, list)}`);
      sayDone(t("linkCopied"));
    } catch {
      sayFailed(t("linkNotCopied"));
    }
  };
  const tabs = list.views.map((view, at) => {
    const shown = counts[at];
    return {
      id: view.id,
      words: view.words,
      href: hrefOf(path, { view: view.id }),
      ...(shown === undefined ? {} : { count: shown }),
    };
  });
  return (
    <>
      <Tabs
        label={t("views")}
        tabs={tabs}
        current={list.view}
        end={
          saved !== undefined ? (
            <Menu
              label={saved.name}
              align="start"
              items={[
                { id: "link", words: t("copyLink"), run: () => void copyLink() },
                ...(saved.mayEdit
                  ? [
                      { id: "rename", words: t("renameView"), run: () => setAsked("rename") },
                      { id: "remove", words: t("removeView"), danger: true, run: () => setAsked("remove") },
                    ]
                  : []),
              ]}
              renderOpener={(opener) => (
                <Button {...opener} look="quiet" size="tiny" icon={Ellipsis} label={t("viewActs")} />
              )}
            />
          ) : undefined
        }
      />
      {asked === "rename" && saved !== undefined ? (
        <SaveViewDialog list={list} saved={saved} path={path} onClose={() => setAsked(undefined)} />
      ) : null}
      {asked === "remove" && saved !== undefined ? (
        <RemoveView saved={saved} path={path} onClose={() => setAsked(undefined)} />
      ) : null}
    </>
  );
}

/**
 * An address that shows the same to a colleague, within their own rights: it says the conditions themselves, so that it
 * opens for those who cannot see the view, too.
 */
function linkTo(path: string, { filter, search, sort, columns }: ViewedList): string {
  return hrefOf(path, { filter, q: search, sort, columns });
}

function useViewCounts(views: readonly ShownView[], count: CountEndpoint | undefined): (string | undefined)[] {
  const format = useFormat();
  return useQueries({
    queries: (count === undefined ? [] : views.map((view) => ({ view, count }))).map(({ view, count: endpoint }) => {
      const { sort: _, ...query } = askedOf({ ...view, search: "" });
      return reading(endpoint, ...([{ query }] as unknown as CallArguments<CountEndpoint>));
    }),
    combine: (reads) =>
      reads.map(({ data }) => (data === undefined ? undefined : format.estimate(data.count, data.exact))),
  });
}
