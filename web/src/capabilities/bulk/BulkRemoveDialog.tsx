import { useQuery } from "@tanstack/react-query";
import { bulk } from "@tongzhou/contract/bulk";
import type { FieldObject } from "@tongzhou/contract/fields";
import { useTranslation } from "react-i18next";
import { FailureNote } from "../../platform/errors/FailureNote.tsx";
import { FormDialog } from "../../platform/forms/FormDialog.tsx";
import { reading } from "../../platform/http/queries.ts";
import { useAct } from "../../platform/http/useAct.ts";
import type { BulkAsked } from "../../platform/lists/list-bulk.ts";
import { BulkPreviewLines } from "./BulkPreviewLines.tsx";
import { sayChanged } from "./say-changed.ts";

/** What is deleted at all; leads and opportunities are what figures are made of. */
export type RemovedObject = Extract<FieldObject, "contact" | "account" | "campaign">;

export interface BulkRemoveDialogProps {
  object: RemovedObject;
  asked: BulkAsked;
  onClose: () => void;
}

/** Deletes many records, having said how many go, what goes along, and how many stay because something hangs on them. */
export default function BulkRemoveDialog({ object, asked, onClose }: BulkRemoveDialogProps) {
  const { t } = useTranslation("bulk");
  const { choice } = asked;
  const read = useQuery({
    ...reading(bulk.previewRemoval, { params: { object }, body: { choice } }),
    // Somebody may have begun to work with one of them a moment ago.
    staleTime: 0,
  });
  const preview = read.data;
  const remove = useAct(bulk.remove);
  const submit = () =>
    remove.mutate(
      { params: { object }, body: { choice } },
      {
        onSuccess({ answer, operationId }) {
          sayChanged(t, answer, operationId, t("removed", { count: answer.changed }));
          onClose();
          asked.clear();
        },
      },
    );
  return (
    <FormDialog
      title={t("removeTitle", { amount: asked.amount })}
      act={preview === undefined || preview.changes === 0 ? t("remove") : t("removeSo", { count: preview.changes })}
      danger
      onClose={onClose}
      onSubmit={submit}
      busy={remove.isPending}
      failure={remove.error}
      whyOff={preview === undefined ? t("counting") : preview.changes === 0 ? t("noneGoes") : undefined}
    >
      <BulkPreviewLines preview={preview} words={(count) => t("goes", { count })} />
      <p className="ink2 t13">{t(`along.${object}`)}</p>
      <FailureNote failure={read.error} />
    </FormDialog>
  );
}
