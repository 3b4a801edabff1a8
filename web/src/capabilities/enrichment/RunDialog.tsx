import { useQuery } from "@tanstack/react-query";
import type { RecordChoice } from "@tongzhou/contract/assignment";
import { enrichment } from "@tongzhou/contract/enrichment";
import { useTranslation } from "react-i18next";
import { FailureNote } from "../../platform/errors/FailureNote.tsx";
import { FormDialog } from "../../platform/forms/FormDialog.tsx";
import { useFormat } from "../../platform/format/useFormat.ts";
import { forget, reading } from "../../platform/http/queries.ts";
import { useAct } from "../../platform/http/useAct.ts";
import { sayActed } from "../../platform/undo/say-acted.ts";
import { SkeletonRows } from "../../ui/feedback/SkeletonRows.tsx";

export interface RunDialogProps {
  choice: RecordChoice;
  onClose: () => void;
  /** Forgets what was chosen. */
  onBegun?: () => void;
}

/** Says of how many companies sources will be asked, before they are. */
export function RunDialog({ choice, onClose, onBegun }: RunDialogProps) {
  const { t } = useTranslation("enrichment");
  const format = useFormat();
  const preview = useQuery({ ...reading(enrichment.previewRun, { body: { choice } }), staleTime: 0 });
  const run = useAct(enrichment.run);
  const companies = preview.data?.companies;
  const submit = () =>
    run.mutate(
      { body: { choice } },
      {
        onSuccess({ operationId }) {
          void forget(enrichment.runs);
          sayActed(t("runBegun"), operationId, "/settings/enrichment");
          onClose();
          onBegun?.();
        },
      },
    );
  return (
    <FormDialog
      title={
        companies === undefined ? t("runAll") : t("runTitle", { count: companies, amount: format.count(companies) })
      }
      act={t("runBegin")}
      onClose={onClose}
      onSubmit={submit}
      busy={run.isPending}
      failure={run.error}
      whyOff={companies === undefined ? t("counting") : companies === 0 ? t("noCompanies") : undefined}
    >
      {preview.isPending ? <SkeletonRows rows={1} height={20} /> : null}
      {preview.isError ? <FailureNote failure={preview.error} /> : null}
      <ul className="col g6 t13 ink2">
        <li>{t("runFills")}</li>
        <li>{t("runKeeps")}</li>
        <li>{t("runUndo")}</li>
      </ul>
    </FormDialog>
  );
}
