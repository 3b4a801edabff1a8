import { useQuery } from "@tanstack/react-query";
import { people } from "@tongzhou/contract/people";
import { teams, type Team } from "@tongzhou/contract/people-teams";
import { Plus } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ReadFailure } from "../../platform/errors/ReadFailure.tsx";
import { useFormat } from "../../platform/format/useFormat.ts";
import { act } from "../../platform/http/call.ts";
import { forget, reading } from "../../platform/http/queries.ts";
import { sayFailure } from "../../platform/http/say-failure.ts";
import { hrefOf } from "../../platform/routing/useUrlState.ts";
import { useMay } from "../../platform/session/session.ts";
import { sayActed } from "../../platform/undo/say-acted.ts";
import { Button } from "../../ui/controls/Button.tsx";
import { Empty } from "../../ui/feedback/Empty.tsx";
import { SkeletonRows } from "../../ui/feedback/SkeletonRows.tsx";
import { ConfirmConsequence } from "../../ui/layers/ConfirmConsequence.tsx";
import { SectionHead } from "../../ui/record/SectionHead.tsx";
import { Figure } from "../../ui/signs/Figure.tsx";
import { PlainTable, type PlainColumn } from "../../ui/table/PlainTable.tsx";
import { TeamDialog } from "./TeamDialog.tsx";
import { treeRows, type TreeRow } from "../../ui/table/tree-rows.ts";

const INDENT_PX = 20;

/** The teams, each below the one it belongs to. */
export function TeamTree() {
  const { t } = useTranslation("people");
  const { t: shell } = useTranslation("shell");
  const read = useQuery(reading(teams.list));
  const mayEdit = useMay("team", "edit");
  const [asked, setAsked] = useState<{ kind: "new" | "edit" | "remove"; team?: Team }>();
  const remove = async ({ id, name }: Team) => {
    const { operationId } = await act(teams.remove, { params: { teamId: id } });
    await forget(teams.list, people.list);
    sayActed(t("teamRemoved", { name }), operationId);
  };
  const close = () => setAsked(undefined);
  const columns = useTeamColumns({ mayEdit, onAsk: (kind, team) => setAsked({ kind, team }) });
  if (read.isError) return <ReadFailure failure={read.error} onRetry={() => void read.refetch()} />;
  const add = (
    <Button size="small" icon={Plus} onClick={() => setAsked({ kind: "new" })}>
      {t("addTeam")}
    </Button>
  );
  return (
    <section>
      <SectionHead title={t("teams")} note={t("teamsMean")} {...(mayEdit ? { end: add } : {})} />
      {read.data === undefined ? <SkeletonRows rows={4} /> : null}
      {read.data?.length === 0 ? <Empty title={t("noTeamsYet")}>{t("noTeamsWhy")}</Empty> : null}
      {read.data !== undefined && read.data.length > 0 ? (
        <PlainTable<TreeRow<Team>>
          label={t("teams")}
          rows={treeRows(read.data)}
          rowId={({ node }) => node.id}
          columns={columns}
        />
      ) : null}
      {asked?.kind === "new" ? <TeamDialog teams={read.data ?? []} onClose={close} /> : null}
      {asked?.kind === "edit" && asked.team !== undefined ? (
        <TeamDialog teams={read.data ?? []} team={asked.team} onClose={close} />
      ) : null}
      {asked?.kind === "remove" && asked.team !== undefined ? (
        <RemoveTeam team={asked.team} onAct={remove} onClose={close} say={(failure) => sayFailure(shell, failure)} />
      ) : null}
    </section>
  );
}

function RemoveTeam(props: {
  team: Team;
  onAct: (team: Team) => Promise<void>;
  onClose: () => void;
  say: (failure: unknown) => { happened: string; todo?: string };
}) {
  const { t } = useTranslation("people");
  const { team, onAct, onClose, say } = props;
  return (
    <ConfirmConsequence
      title={t("removeTeamOf", { name: team.name })}
      keep={t("keepTeam")}
      act={t("removeTeam")}
      onAct={() => onAct(team)}
      onClose={onClose}
      sayFailure={say}
    >
      {t("removeTeamMeans")}
    </ConfirmConsequence>
  );
}

function useTeamColumns({
  mayEdit,
  onAsk,
}: {
  mayEdit: boolean;
  onAsk: (kind: "edit" | "remove", team: Team) => void;
}): PlainColumn<TreeRow<Team>>[] {
  const { t } = useTranslation("people");
  const format = useFormat();
  return [
    {
      id: "name",
      head: t("team"),
      cell: ({ node, depth }) => <b style={{ paddingLeft: `${depth * INDENT_PX}px` }}>{node.name}</b>,
    },
    {
      id: "people",
      head: t("people"),
      width: 96,
      align: "end",
      cell: ({ node }) => (
        <Figure
          href={hrefOf("/settings/people", { team: node.id })}
          zero={node.peopleCount === 0}
          opens={t("openTeam")}
        >
          {format.count(node.peopleCount)}
        </Figure>
      ),
    },
    {
      id: "acts",
      head: "",
      width: 132,
      align: "end",
      cell: ({ node }) =>
        mayEdit ? (
          <span className="row g4" style={{ justifyContent: "flex-end" }}>
            <Button size="tiny" onClick={() => onAsk("edit", node)}>
              {t("edit")}
            </Button>
            <Button size="tiny" look="quiet" onClick={() => onAsk("remove", node)}>
              {t("remove")}
            </Button>
          </span>
        ) : null,
    },
  ];
}
