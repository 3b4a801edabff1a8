import { people, type Person } from "@tongzhou/contract/people";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { ReadFailure } from "../../platform/errors/ReadFailure.tsx";
import { readingPages } from "../../platform/http/queries.ts";
import { ListSearch } from "../../platform/lists/ListSearch.tsx";
import { useUrlState } from "../../platform/routing/useUrlState.ts";
import { useMay } from "../../platform/session/session.ts";
import { Button } from "../../ui/controls/Button.tsx";
import { Segmented } from "../../ui/controls/Segmented.tsx";
import { Empty } from "../../ui/feedback/Empty.tsx";
import { ToolRow } from "../../ui/list/ToolRow.tsx";
import { Avatar } from "../../ui/signs/Avatar.tsx";
import { None, Tag } from "../../ui/signs/Marks.tsx";
import { RecordTable } from "../../ui/table/RecordTable.tsx";
import type { Column, PhoneView, RowActs } from "../../ui/table/table-types.ts";
import { PersonActs, type AskedOfPerson } from "./PersonActs.tsx";
import { PersonDialog } from "./PersonDialog.tsx";
import { useRoleName } from "./useRoleName.ts";

const Url = z.object({
  q: z.coerce.string().default(""),
  who: z.enum(["here", "left"]).default("here").catch("here"),
  team: z.coerce.string().optional(),
  role: z.coerce.string().optional(),
});

const rowId = ({ id }: Person): string => id;

/** Who works here: in which team, with which roles, and whether they can sign in. */
export function PeopleTable() {
  const { t } = useTranslation("people");
  const [url, change] = useUrlState(Url);
  const [asked, setAsked] = useState<{ kind: "new" | "edit" | AskedOfPerson; person?: Person }>();
  const mayEdit = useMay("person", "edit");
  const query = {
    active: url.who === "here" ? "true" : "false",
    ...(url.q === "" ? {} : { search: url.q }),
    ...(url.team === undefined ? {} : { teamId: url.team }),
    ...(url.role === undefined ? {} : { roleId: url.role }),
  };
  const read = useInfiniteQuery({ ...readingPages(people.list, { query }), placeholderData: keepPreviousData });
  const columns = usePeopleColumns();
  const rows = (read.data?.pages ?? []).flatMap((page) => page.rows);
  const acts = (person: Person): RowActs => ({
    inline: [{ id: "edit", words: t("edit"), shortcut: "e", run: () => setAsked({ kind: "edit", person }) }],
    menu: person.active
      ? [
          { id: "password", words: t("resetPassword"), run: () => setAsked({ kind: "password", person }) },
          { id: "leave", words: t("deactivate"), danger: true, run: () => setAsked({ kind: "leave", person }) },
        ]
      : [{ id: "back", words: t("reactivate"), run: () => setAsked({ kind: "back", person }) }],
  });
  const phone = usePersonOnPhone(mayEdit ? (person) => setAsked({ kind: "edit", person }) : undefined);
  const isNarrowed = url.q !== "" || url.team !== undefined || url.role !== undefined;
  return (
    <>
      <ToolRow
        end={
          mayEdit ? (
            <Button size="small" icon={Plus} shortcut="c" onClick={() => setAsked({ kind: "new" })}>
              {t("addPerson")}
            </Button>
          ) : undefined
        }
      >
        <ListSearch words={t("searchPeople")} value={url.q} onChange={(q) => change({ q }, { replace: true })} />
        <Segmented
          label={t("whoIsHere")}
          value={url.who}
          onChange={(who) => change({ who })}
          options={(["here", "left"] as const).map((value) => ({ value, words: t(`who.${value}`) }))}
        />
        {url.team === undefined && url.role === undefined ? null : (
          <Button size="small" look="quiet" onClick={() => change({ team: undefined, role: undefined })}>
            {t("showEverybody")}
          </Button>
        )}
      </ToolRow>
      {read.isError && rows.length === 0 ? (
        <ReadFailure failure={read.error} onRetry={() => void read.refetch()} />
      ) : (
        <RecordTable
          label={t("people")}
          rows={rows}
          rowId={rowId}
          columns={columns}
          loading={read.isPending}
          {...(mayEdit ? { acts } : {})}
          more={{
            has: read.hasNextPage,
            loading: read.isFetchingNextPage,
            load: () => void read.fetchNextPage(),
            failed: read.isFetchNextPageError,
          }}
          phone={phone}
          empty={
            <Empty title={isNarrowed ? t("nobodyFits") : t("nobodyLeft")}>
              {isNarrowed ? t("nobodyFitsWhy") : t("nobodyLeftWhy")}
            </Empty>
          }
        />
      )}
      {asked?.kind === "new" ? <PersonDialog onClose={() => setAsked(undefined)} /> : null}
      {asked?.kind === "edit" && asked.person !== undefined ? (
        <PersonDialog person={asked.person} onClose={() => setAsked(undefined)} />
      ) : null}
      {asked?.person !== undefined && asked.kind !== "new" && asked.kind !== "edit" ? (
        <PersonActs asked={asked.kind} person={asked.person} onClose={() => setAsked(undefined)} />
      ) : null}
    </>
  );
}

function RolesOf({ person }: { person: Person }) {
  const { t } = useTranslation("people");
  const roleName = useRoleName();
  return person.roles.length === 0 ? <None /> : <span>{person.roles.map(roleName).join(t("comma"))}</span>;
}

function usePeopleColumns(): Column<Person>[] {
  const { t } = useTranslation("people");
  return [
    {
      id: "name",
      head: t("personName"),
      width: 280,
      cell: (person) => (
        <span className="row g8">
          <Avatar name={person.name} />
          <b className="ell">{person.name}</b>
          {person.canSignIn || !person.active ? null : <Tag>{t("cannotSignIn")}</Tag>}
        </span>
      ),
    },
    { id: "email", head: t("email"), width: 240, desktopOnly: true, cell: ({ email }) => email ?? <None /> },
    { id: "team", head: t("team"), width: 180, cell: ({ teamName }) => teamName ?? <None /> },
    { id: "roles", head: t("roles"), cell: (person) => <RolesOf person={person} /> },
  ];
}

function usePersonOnPhone(onEdit: ((person: Person) => void) | undefined): PhoneView<Person> {
  const { t } = useTranslation("people");
  return {
    row: (person) => ({
      sign: <Avatar name={person.name} />,
      name: person.name,
      ...(person.teamName === null ? {} : { meta: person.teamName }),
      line: <RolesOf person={person} />,
      ...(onEdit === undefined
        ? {}
        : {
            act: (
              <Button size="small" onClick={() => onEdit(person)}>
                {t("edit")}
              </Button>
            ),
          }),
    }),
  };
}
