import { useQuery } from "@tanstack/react-query";
import { routing } from "@tongzhou/contract/routing";
import { Plus } from "lucide-react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { ReadFailure } from "../../platform/errors/ReadFailure.tsx";
import { reading } from "../../platform/http/queries.ts";
import { useLive } from "../../platform/live/useLive.ts";
import { hrefOf, useUrlState } from "../../platform/routing/useUrlState.ts";
import { useMay } from "../../platform/session/session.ts";
import { Button } from "../../ui/controls/Button.tsx";
import { Empty } from "../../ui/feedback/Empty.tsx";
import { SkeletonRows } from "../../ui/feedback/SkeletonRows.tsx";
import { PageHead } from "../../ui/list/PageHead.tsx";
import { Panes } from "../../ui/list/Panes.tsx";
import { Tabs } from "../../ui/list/Tabs.tsx";
import { RoutingMembers } from "./RoutingMembers.tsx";
import { draftOf, EMPTY_DRAFT } from "./rule-draft.ts";
import { RuleEditor } from "./RuleEditor.tsx";
import { RuleOrder } from "./RuleOrder.tsx";

const PATH = "/settings/routing";
const NEW = "new";
const Url = z.object({
  rule: z.coerce.string().optional(),
  part: z.enum(["rules", "members"]).default("rules").catch("rules"),
});

export interface RoutingRulesProps {
  title: string;
  /** The words of the way here; with a rule open, the last one leads back to the list. */
  settings: string;
  here: string;
}

/** Who gets which lead: the rules in the order in which they are asked, and the people they ask. */
export function RoutingRules({ title, settings, here }: RoutingRulesProps) {
  const { t } = useTranslation("routing");
  const [url] = useUrlState(Url);
  const read = useQuery(reading(routing.list));
  const mayEdit = useMay("routing", "edit");
  useLive("routing", () => void read.refetch());
  const rules = read.data ?? [];
  const chosen = url.rule === NEW ? undefined : (rules.find(({ id }) => id === url.rule) ?? rules[0]);
  const isNew = mayEdit && (url.rule === NEW || (read.data !== undefined && rules.length === 0));
  const head = (
    <PageHead
      title={title}
      crumbs={[
        { words: settings, href: "/settings" },
        { words: here, ...(url.rule === undefined ? {} : { href: PATH }) },
      ]}
      sentence={t("firstDecides")}
      {...(mayEdit
        ? {
            acts: (
              <Button icon={Plus} shortcut="c" href={hrefOf(PATH, { rule: NEW })}>
                {t("addRule")}
              </Button>
            ),
            phoneActs: <Button look="quiet" icon={Plus} label={t("addRule")} href={hrefOf(PATH, { rule: NEW })} />,
          }
        : {})}
    />
  );
  const tabs = (
    <Tabs
      label={t("parts")}
      current={url.part}
      tabs={[
        { id: "rules", words: t("rules"), href: PATH, ...(read.data === undefined ? {} : { count: rules.length }) },
        { id: "members", words: t("members"), href: hrefOf(PATH, { part: "members" }) },
      ]}
    />
  );
  if (url.part === "members") {
    return (
      <Panes head={head} tabs={tabs}>
        <RoutingMembers mayEdit={mayEdit} />
      </Panes>
    );
  }
  if (read.data === undefined) {
    return (
      <Panes head={head} tabs={tabs}>
        {read.isError ? (
          <ReadFailure failure={read.error} onRetry={() => void read.refetch()} />
        ) : (
          <SkeletonRows rows={8} height={56} />
        )}
      </Panes>
    );
  }
  if (chosen === undefined && !isNew) {
    return (
      <Panes head={head} tabs={tabs}>
        <Empty title={t("none")}>{t("noneWhy")}</Empty>
      </Panes>
    );
  }
  const before = isNew || chosen === undefined ? EMPTY_DRAFT : draftOf(chosen);
  return (
    <RuleEditor
      key={isNew ? NEW : `${chosen?.id ?? ""}-${JSON.stringify(before)}`}
      rule={isNew ? undefined : chosen}
      rules={rules}
      before={before}
      mayEdit={mayEdit}
      isChosen={url.rule !== undefined || rules.length === 0}
      head={head}
      tabs={tabs}
      list={
        <RuleOrder
          rules={rules}
          current={isNew ? undefined : chosen?.id}
          mayEdit={mayEdit}
          hrefOf={(ruleId) => hrefOf(PATH, { rule: ruleId })}
        />
      }
    />
  );
}
