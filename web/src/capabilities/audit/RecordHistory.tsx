import { useInfiniteQuery } from "@tanstack/react-query";
import { audit, type AuditChange } from "@tongzhou/contract/audit";
import { FilePlus2, PencilLine, RotateCcw, Trash2, type LucideIcon } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ReadFailure } from "../../platform/errors/ReadFailure.tsx";
import { useFormat } from "../../platform/format/useFormat.ts";
import { readingPages } from "../../platform/http/queries.ts";
import { useMay, useSession } from "../../platform/session/session.ts";
import { Button } from "../../ui/controls/Button.tsx";
import { Empty } from "../../ui/feedback/Empty.tsx";
import { SkeletonRows } from "../../ui/feedback/SkeletonRows.tsx";
import { usePhone } from "../../ui/hooks/useMedia.ts";
import { Dialog } from "../../ui/layers/Dialog.tsx";
import { Timeline, type TimelineDay, type TimelineEntry } from "../../ui/record/Timeline.tsx";
import { ChangedColumns } from "./ChangedColumns.tsx";
import { groupChanges, type OperationOfRecord } from "./group-changes.ts";
import styles from "./RecordHistory.module.css";
import { UndoPanel } from "./UndoPanel.tsx";
import { useActorWords, useAuditWords } from "./useAuditWords.ts";

const PANEL_PX = 420;
const ICONS: Record<AuditChange["act"], LucideIcon> = {
  created: FilePlus2,
  changed: PencilLine,
  removed: Trash2,
  put_back: RotateCcw,
};

/** Who changed what in a record, from what to what, the newest first; and taking an act back from here. */
export function RecordHistory({ object, recordId }: { object: string; recordId: string }) {
  const { t } = useTranslation("audit");
  const words = useAuditWords();
  const [undoing, setUndoing] = useState<OperationOfRecord>();
  const read = useInfiniteQuery(readingPages(audit.history, { params: { object, recordId }, query: {} }));
  const rows = read.data?.pages.flatMap((page) => page.rows) ?? [];
  const days = useDays(groupChanges(rows), recordId, setUndoing);
  if (read.isError && rows.length === 0) {
    return <ReadFailure failure={read.error} onRetry={() => void read.refetch()} />;
  }
  return (
    <>
      {read.isPending ? <SkeletonRows rows={5} height={56} /> : null}
      {read.isSuccess && rows.length === 0 ? <Empty title={t("noHistory")}>{t("noHistoryWhy")}</Empty> : null}
      <Timeline label={t("history")} days={days} />
      {read.hasNextPage ? (
        <div>
          <Button size="small" busy={read.isFetchingNextPage} onClick={() => void read.fetchNextPage()}>
            {t("earlier")}
          </Button>
        </div>
      ) : null}
      {undoing === undefined ? null : (
        <Dialog look="panel" width={PANEL_PX} title={words.kind(undoing.kind)} onClose={() => setUndoing(undefined)}>
          <UndoPanel operationId={undoing.id} onUndone={() => setUndoing(undefined)} />
        </Dialog>
      )}
    </>
  );
}

function useDays(
  operations: readonly OperationOfRecord[],
  recordId: string,
  onUndo: (operation: OperationOfRecord) => void,
): TimelineDay[] {
  const { t } = useTranslation("audit");
  const format = useFormat();
  const words = useAuditWords();
  const actor = useActorWords();
  const isPhone = usePhone();
  const { person } = useSession();
  const mayUndoOthers = useMay("operation", "undo_others");
  const entryOf = (operation: OperationOfRecord): TimelineEntry => {
    const { id, kind, at, changes } = operation;
    const mayUndo = mayUndoOthers || (operation.actor.kind === "person" && operation.actor.id === person.id);
    const main = changes.find(({ rowId }) => rowId === recordId) ?? changes[0];
    return {
      id,
      time: format.clockTime(at),
      icon: ICONS[main?.act ?? "changed"],
      bySystem: operation.actor.kind !== "person",
      title: (
        <>
          <b>{words.kind(kind)}</b> <span className="ink3">{actor(operation.actor)}</span>
        </>
      ),
      body: (
        <>
          {changes.map((change) => (
            <ChangedColumns key={`${change.table}-${change.rowId}`} change={change} recordId={recordId} />
          ))}
          {mayUndo && isPhone ? (
            <div className={styles.undo}>
              <Button size="small" onClick={() => onUndo(operation)}>
                {t("undoThis")}
              </Button>
            </div>
          ) : null}
        </>
      ),
      ...(mayUndo && !isPhone
        ? {
            side: (
              <Button size="tiny" look="quiet" onClick={() => onUndo(operation)}>
                {t("undoThis")}
              </Button>
            ),
          }
        : {}),
    };
  };
  const days: TimelineDay[] = [];
  for (const operation of operations) {
    const head = format.dayHead(operation.at);
    const last = days.at(-1);
    if (last?.words === head) days[days.length - 1] = { ...last, entries: [...last.entries, entryOf(operation)] };
    else days.push({ words: head, entries: [entryOf(operation)] });
  }
  return days;
}
