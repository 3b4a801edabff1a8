import { useQuery } from "@tanstack/react-query";
import { session, type Session as SessionShape } from "@tongzhou/contract/people-session";
import { useTranslation } from "react-i18next";
import type { z } from "zod";
import { ReadFailure } from "../../platform/errors/ReadFailure.tsx";
import { useFormat } from "../../platform/format/useFormat.ts";
import { forget, reading } from "../../platform/http/queries.ts";
import { sayFailure } from "../../platform/http/say-failure.ts";
import { useAct } from "../../platform/http/useAct.ts";
import { Button } from "../../ui/controls/Button.tsx";
import { SkeletonRows } from "../../ui/feedback/SkeletonRows.tsx";
import { sayDone, sayFailed } from "../../ui/feedback/toast.ts";
import { SectionHead } from "../../ui/record/SectionHead.tsx";
import { None, Pill } from "../../ui/signs/Marks.tsx";
import { PlainTable, type PlainColumn } from "../../ui/table/PlainTable.tsx";
import { deviceOf } from "./device-of.ts";

type Session = z.infer<typeof SessionShape>;

/** Where I am signed in; ending one of them cannot be undone, signing in again can. */
export function MySessions() {
  const { t } = useTranslation("people");
  const { t: shell } = useTranslation("shell");
  const read = useQuery(reading(session.listSessions));
  const end = useAct(session.endSession);
  const stop = (sessionId: string) =>
    end.mutate(
      { params: { sessionId } },
      {
        onSuccess: () => {
          void forget(session.listSessions);
          sayDone(t("sessionEnded"));
        },
        onError: (failure) => sayFailed(sayFailure(shell, failure).happened),
      },
    );
  const columns = useSessionColumns({ stop });
  if (read.isError) return <ReadFailure failure={read.error} onRetry={() => void read.refetch()} />;
  return (
    <section>
      <SectionHead title={t("sessions")} note={t("sessionsMean")} />
      {read.data === undefined ? (
        <SkeletonRows rows={2} />
      ) : (
        <PlainTable label={t("sessions")} rows={read.data} rowId={({ id }) => id} columns={columns} />
      )}
    </section>
  );
}

function useSessionColumns({ stop }: { stop: (sessionId: string) => void }): PlainColumn<Session>[] {
  const { t } = useTranslation("people");
  const format = useFormat();
  return [
    {
      id: "device",
      head: t("device"),
      cell: (row) => (
        <span className="row wrap g8">
          {deviceOf(row.userAgent) ?? t("unknownDevice")}
          {row.current ? <Pill tone="accent">{t("thisSession")}</Pill> : null}
        </span>
      ),
    },
    {
      id: "address",
      head: t("address"),
      width: 160,
      notOnPhone: true,
      cell: ({ address }) => address ?? <None />,
    },
    {
      id: "since",
      head: t("since"),
      width: 140,
      cell: ({ createdAt }) => <span className="ink2 nw">{format.moment(createdAt)}</span>,
    },
    {
      id: "end",
      head: "",
      width: 96,
      align: "end",
      cell: (row) =>
        row.current ? null : (
          <Button size="tiny" onClick={() => stop(row.id)}>
            {t("endSession")}
          </Button>
        ),
    },
  ];
}
