import type { RecordChoice } from "@tongzhou/contract/assignment";
import type { Endpoint } from "@tongzhou/contract/endpoint";
import { Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import type { z } from "zod";
import { PreviewLines } from "../../platform/assigning/PreviewLines.tsx";
import { movesOf, useAssignmentPreview, type PreviewEndpoint } from "../../platform/assigning/useAssignmentPreview.ts";
import { FormDialog } from "../../platform/forms/FormDialog.tsx";
import type { CallInput } from "../../platform/http/call-types.ts";
import { forget } from "../../platform/http/queries.ts";
import { useAct } from "../../platform/http/useAct.ts";
import { sayActed } from "../../platform/undo/say-acted.ts";
import { PersonField } from "./PersonField.tsx";
import { usePeople } from "./usePeople.ts";

type AssignEndpoint = Endpoint<z.ZodType, z.ZodType, z.ZodType, z.ZodType<{ moved: number; left: number }>>;

export interface AssignRecordsDialogProps {
  /** What is given: `12 位联系人`. */
  title: string;
  endpoints: { assign: AssignEndpoint; previewAssignment: PreviewEndpoint };
  choice: RecordChoice;
  /** Reads that are out of date afterwards. */
  stale: readonly Pick<Endpoint, "id">[];
  onClose: () => void;
  onDone: () => void;
}

/** Gives records to a colleague, having said how many go, from whom, and how many stay. */
export function AssignRecordsDialog(props: AssignRecordsDialogProps) {
  return (
    <Suspense>
      <AssignForm {...props} />
    </Suspense>
  );
}

function AssignForm({ title, endpoints, choice, stale, onClose, onDone }: AssignRecordsDialogProps) {
  const { t } = useTranslation("assigning");
  const { nameOf } = usePeople();
  const [toId, setToId] = useState<string>();
  const preview = useAssignmentPreview(endpoints.previewAssignment, choice, toId);
  const assign = useAct(endpoints.assign);
  const moves = preview === undefined ? undefined : movesOf(preview);
  const submit = () => {
    if (toId === undefined) return;
    const input = { body: { choice, toId } } as unknown as CallInput<AssignEndpoint>;
    assign.mutate(input, {
      onSuccess: ({ answer, operationId }) => {
        void forget(...stale);
        const { moved } = answer as { moved: number };
        sayActed(t("done", { count: moved, name: nameOf(toId) ?? "" }), operationId);
        onClose();
        onDone();
      },
    });
  };
  return (
    <FormDialog
      title={title}
      act={moves === undefined || moves === 0 ? t("assign") : t("assignSo", { count: moves })}
      onClose={onClose}
      onSubmit={submit}
      busy={assign.isPending}
      failure={assign.error}
      whyOff={toId === undefined ? t("personMissing") : moves === 0 ? t("noneMoves") : undefined}
    >
      <PersonField label={t("toWhom")} value={toId} onChange={setToId} />
      <PreviewLines preview={preview} />
    </FormDialog>
  );
}
