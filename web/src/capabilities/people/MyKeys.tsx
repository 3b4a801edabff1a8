import { useQuery } from "@tanstack/react-query";
import { apiKeys, type ApiKey as ApiKeyShape } from "@tongzhou/contract/people-keys";
import { Plus } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { z } from "zod";
import { ReadFailure } from "../../platform/errors/ReadFailure.tsx";
import { useFormat } from "../../platform/format/useFormat.ts";
import { act } from "../../platform/http/call.ts";
import { forget, reading } from "../../platform/http/queries.ts";
import { sayFailure } from "../../platform/http/say-failure.ts";
import { Button } from "../../ui/controls/Button.tsx";
import { Empty } from "../../ui/feedback/Empty.tsx";
import { SkeletonRows } from "../../ui/feedback/SkeletonRows.tsx";
import { sayDone } from "../../ui/feedback/toast.ts";
import { ConfirmConsequence } from "../../ui/layers/ConfirmConsequence.tsx";
import { SectionHead } from "../../ui/record/SectionHead.tsx";
import { PlainTable, type PlainColumn } from "../../ui/table/PlainTable.tsx";
import { KeyDialog } from "./KeyDialog.tsx";

type ApiKey = z.infer<typeof ApiKeyShape>;

/** The address may ask for this part of the page, which is drawn after the page has opened. */
function showIfAsked(section: HTMLElement | null): void {
  if (window.location.hash === "#keys") section?.scrollIntoView();
}

/** Keys with which programs act as me. */
export function MyKeys() {
  const { t } = useTranslation("people");
  const { t: shell } = useTranslation("shell");
  const read = useQuery(reading(apiKeys.list));
  const [isMaking, setMaking] = useState(false);
  const [ending, setEnding] = useState<{ id: string; name: string }>();
  const end = async ({ id, name }: { id: string; name: string }) => {
    await act(apiKeys.revoke, { params: { keyId: id } });
    await forget(apiKeys.list);
    sayDone(t("keyEnded", { name }));
  };
  const make = (
    <Button size="small" icon={Plus} onClick={() => setMaking(true)}>
      {t("makeKey")}
    </Button>
  );
  const columns = useKeyColumns({ onEnd: setEnding });
  if (read.isError) return <ReadFailure failure={read.error} onRetry={() => void read.refetch()} />;
  return (
    <section id="keys" ref={showIfAsked}>
      <SectionHead title={t("keys")} note={t("keysMean")} end={make} />
      {read.data === undefined ? <SkeletonRows rows={1} /> : null}
      {read.data?.length === 0 ? <Empty title={t("noKeys")}>{t("noKeysWhy")}</Empty> : null}
      {read.data !== undefined && read.data.length > 0 ? (
        <PlainTable label={t("keys")} rows={read.data} rowId={({ id }) => id} columns={columns} />
      ) : null}
      {isMaking ? <KeyDialog onClose={() => setMaking(false)} /> : null}
      {ending === undefined ? null : (
        <ConfirmConsequence
          title={t("endKeyOf", { name: ending.name })}
          keep={t("keepKey")}
          act={t("endKey")}
          onAct={() => end(ending)}
          onClose={() => setEnding(undefined)}
          sayFailure={(failure) => sayFailure(shell, failure)}
        >
          {t("endKeyMeans")}
        </ConfirmConsequence>
      )}
    </section>
  );
}

function useKeyColumns({ onEnd }: { onEnd: (key: ApiKey) => void }): PlainColumn<ApiKey>[] {
  const { t } = useTranslation("people");
  const format = useFormat();
  return [
    {
      id: "name",
      head: t("name"),
      cell: (key) => (
        <>
          <b>{key.name}</b> <span className="ink3">{key.start}…</span>
        </>
      ),
    },
    {
      id: "may",
      head: t("keyMay"),
      notOnPhone: true,
      cell: ({ permissions }) => <span className="ink2">{permissions.join(" ")}</span>,
    },
    {
      id: "used",
      head: t("lastUsed"),
      width: 120,
      cell: ({ lastUsedAt }) => (
        <span className="ink2">{lastUsedAt === null ? t("neverUsed") : format.moment(lastUsedAt)}</span>
      ),
    },
    {
      id: "until",
      head: t("validUntil"),
      width: 120,
      notOnPhone: true,
      cell: ({ expiresAt }) => (
        <span className="ink2">{expiresAt === null ? t("forever") : format.day(expiresAt)}</span>
      ),
    },
    {
      id: "end",
      head: "",
      width: 72,
      align: "end",
      cell: (key) => (
        <Button size="tiny" onClick={() => onEnd(key)}>
          {t("endKey")}
        </Button>
      ),
    },
  ];
}
