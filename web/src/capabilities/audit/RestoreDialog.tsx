import { useQuery } from "@tanstack/react-query";
import { audit, type TrashRow } from "@tongzhou/contract/audit";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../platform/format/useFormat.ts";
import { act } from "../../platform/http/call.ts";
import { queryClient, reading } from "../../platform/http/queries.ts";
import { sayFailure } from "../../platform/http/say-failure.ts";
import { sayActed } from "../../platform/undo/say-acted.ts";
import { ConfirmConsequence } from "../../ui/layers/ConfirmConsequence.tsx";
import { useActorWords, useAuditWords } from "./useAuditWords.ts";

/** Before a deleted record comes back: what comes with it, and what stays away because somebody acted since. */
export function RestoreDialog({ row, onClose }: { row: TrashRow; onClose: () => void }) {
  const { t } = useTranslation("audit");
  const { t: shell } = useTranslation("shell");
  const format = useFormat();
  const words = useAuditWords();
  const actor = useActorWords();
  const { record, operationId, together } = row;
  const preview = useQuery({ ...reading(audit.previewUndo, { params: { operationId } }), retry: false });
  const name = record.title ?? words.object(record.object);
  const restore = async () => {
    const { answer, operationId: undoId } = await act(audit.restore, {
      params: { operationId },
      body: { object: record.object, recordIds: [record.id] },
    });
    await queryClient.invalidateQueries();
    sayActed(t("restored", { name, count: answer.goesBack }), undoId);
  };
  const parts = (preview.data?.tables ?? []).filter(({ table, putBack }) => table !== record.object && putBack > 0);
  return (
    <ConfirmConsequence
      danger={false}
      title={t("restoreOf", { name })}
      keep={t("leaveDeleted")}
      act={t("restore")}
      onAct={restore}
      onClose={onClose}
      sayFailure={(failure) => sayFailure(shell, failure)}
    >
      <p>{t("restoreMeans", { who: actor(row.actor), when: format.moment(row.at), what: words.kind(row.kind) })}</p>
      {together > 1 ? <p>{t("othersStay", { count: together - 1 })}</p> : null}
      {parts.length === 0 || together > 1 ? null : (
        <p>
          {t("comesWith", {
            what: parts
              .map(({ table, putBack }) => t("countOf", { what: words.object(table), count: putBack }))
              .join(t("comma")),
          })}
        </p>
      )}
      {preview.data !== undefined && preview.data.stays > 0 ? (
        <p className="amber">{t("someStay", { count: preview.data.stays })}</p>
      ) : null}
      <p className="ink3 t12">{t("restoreCanBeUndone")}</p>
    </ConfirmConsequence>
  );
}
