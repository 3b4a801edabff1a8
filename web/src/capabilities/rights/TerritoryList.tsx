import { useQuery } from "@tanstack/react-query";
import { territories, type Territory } from "@tongzhou/contract/territories";
import { Ellipsis, Plus } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ReadFailure } from "../../platform/errors/ReadFailure.tsx";
import { useFormat } from "../../platform/format/useFormat.ts";
import { sayFailure } from "../../platform/http/say-failure.ts";
import { reading } from "../../platform/http/queries.ts";
import { hrefOf } from "../../platform/routing/useUrlState.ts";
import { useMay } from "../../platform/session/session.ts";
import { sayActed } from "../../platform/undo/say-acted.ts";
import { Button } from "../../ui/controls/Button.tsx";
import { Empty } from "../../ui/feedback/Empty.tsx";
import { SkeletonRows } from "../../ui/feedback/SkeletonRows.tsx";
import { ConfirmConsequence } from "../../ui/layers/ConfirmConsequence.tsx";
import { Menu } from "../../ui/layers/Menu.tsx";
import { SectionHead } from "../../ui/record/SectionHead.tsx";
import { Figure } from "../../ui/signs/Figure.tsx";
import { PlainTable, type PlainColumn } from "../../ui/table/PlainTable.tsx";
import { act } from "../../platform/http/call.ts";
import { forgetTerritories } from "./forget-rights.ts";
import { filterOfRule } from "./filter-of-rule.ts";
import styles from "./Rights.module.css";
import { TerritoryDialog } from "./TerritoryDialog.tsx";
import { useRuleWords } from "./useRuleWords.ts";

/** Who works where: each territory with its rule, how many companies lie in it, and which others share some of them. */
export function TerritoryList() {
  const { t } = useTranslation("rights");
  const mayEdit = useMay("territory", "edit");
  const read = useQuery(reading(territories.list));
  const [asked, setAsked] = useState<{ territory?: Territory }>();
  const [removed, setRemoved] = useState<Territory>();
  const columns = useTerritoryColumns({
    mayEdit,
    onEdit: (territory) => setAsked({ territory }),
    onRemove: setRemoved,
  });
  if (read.isError) return <ReadFailure failure={read.error} onRetry={() => void read.refetch()} />;
  const add = (
    <Button look="solid" size="small" icon={Plus} shortcut="c" onClick={() => setAsked({})}>
      {t("territory.add")}
    </Button>
  );
  return (
    <section>
      <SectionHead title={t("territory.all")} note={t("territory.means")} {...(mayEdit ? { end: add } : {})} />
      {read.data === undefined ? <SkeletonRows rows={4} height={40} /> : null}
      {read.data?.length === 0 ? <Empty title={t("territory.none")}>{t("territory.noneWhy")}</Empty> : null}
      {read.data !== undefined && read.data.length > 0 ? (
        <PlainTable label={t("territory.all")} rows={read.data} rowId={({ id }) => id} columns={columns} />
      ) : null}
      {asked === undefined ? null : <TerritoryDialog {...asked} onClose={() => setAsked(undefined)} />}
      {removed === undefined ? null : <RemoveTerritory territory={removed} onClose={() => setRemoved(undefined)} />}
    </section>
  );
}

interface TerritoryActs {
  mayEdit: boolean;
  onEdit: (territory: Territory) => void;
  onRemove: (territory: Territory) => void;
}

function useTerritoryColumns(acts: TerritoryActs): PlainColumn<Territory>[] {
  const { t } = useTranslation("rights");
  const format = useFormat();
  const ruleWords = useRuleWords();
  return [
    {
      id: "name",
      head: t("territory.name"),
      width: 152,
      wraps: true,
      cell: ({ name, holder }) => (
        <>
          <b className="b">{name}</b>
          <span className={styles.holder}>{holder.kind === "team" ? t("teamNamed", holder) : holder.name}</span>
        </>
      ),
    },
    { id: "rule", head: t("territory.rule"), cell: ({ rule }) => ruleWords(rule) },
    {
      id: "count",
      head: t("territory.count"),
      width: 72,
      align: "end",
      cell: ({ rule, count }) => (
        <Figure href={hrefOf("/accounts", { view: "all", filter: filterOfRule(rule) })}>{format.count(count)}</Figure>
      ),
    },
    {
      id: "overlaps",
      head: t("territory.overlaps"),
      width: 184,
      wraps: true,
      notOnPhone: true,
      cell: ({ overlaps }) =>
        overlaps.length === 0 ? (
          <span className="ink3">{t("territory.noOverlap")}</span>
        ) : (
          <span className="amber">
            {overlaps.map(({ name, count }) => t("territory.overlap", { name, count })).join(t("comma"))}
          </span>
        ),
    },
    ...(acts.mayEdit
      ? [
          {
            id: "acts",
            head: <span className="unseen">{t("acts")}</span>,
            width: 36,
            cell: (territory: Territory) => territoryMenu(territory, acts),
          },
        ]
      : []),
  ];
}

const territoryMenu = (territory: Territory, acts: TerritoryActs) => <TerritoryMenu territory={territory} {...acts} />;

function TerritoryMenu({ territory, onEdit, onRemove }: TerritoryActs & { territory: Territory }) {
  const { t } = useTranslation("rights");
  return (
    <Menu
      label={territory.name}
      items={[
        { id: "edit", words: t("territory.edit"), run: () => onEdit(territory) },
        { id: "remove", words: t("territory.remove"), danger: true, apart: true, run: () => onRemove(territory) },
      ]}
      renderOpener={(opener) => (
        <Button {...opener} look="quiet" size="tiny" icon={Ellipsis} label={t("actsOf", { name: territory.name })} />
      )}
    />
  );
}

function RemoveTerritory({ territory, onClose }: { territory: Territory; onClose: () => void }) {
  const { t } = useTranslation("rights");
  const { t: shell } = useTranslation("shell");
  const { id, name, count } = territory;
  const remove = async () => {
    const { operationId } = await act(territories.remove, { params: { territoryId: id } });
    forgetTerritories();
    sayActed(t("territory.removed", { name }), operationId);
  };
  return (
    <ConfirmConsequence
      title={t("territory.removeAsk", { name })}
      keep={t("territory.keep")}
      act={t("territory.remove")}
      onAct={remove}
      onClose={onClose}
      sayFailure={(failure) => sayFailure(shell, failure)}
    >
      {t("territory.removeMeans", { count })}
    </ConfirmConsequence>
  );
}
