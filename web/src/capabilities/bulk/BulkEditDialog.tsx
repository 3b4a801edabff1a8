import { useQuery } from "@tanstack/react-query";
import { bulk } from "@tongzhou/contract/bulk";
import type { FieldObject, FieldValue } from "@tongzhou/contract/fields";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAddedFields } from "../../platform/custom-fields/useAddedFields.ts";
import { useAddedFieldWords } from "../../platform/custom-fields/useAddedFieldWords.ts";
import { addedColumnId } from "../../platform/custom-fields/useAddedColumns.tsx";
import { useAddedKind } from "../../platform/custom-fields/useAddedKind.tsx";
import { FailureNote } from "../../platform/errors/FailureNote.tsx";
import { FormDialog } from "../../platform/forms/FormDialog.tsx";
import { reading } from "../../platform/http/queries.ts";
import { useAct } from "../../platform/http/useAct.ts";
import { bulkField, type BulkAsked, type BulkField } from "../../platform/lists/list-bulk.ts";
import { Checkbox } from "../../ui/controls/Checkbox.tsx";
import { LongTextField } from "../../ui/fields/LongTextField.tsx";
import { SelectField } from "../../ui/fields/SelectField.tsx";
import { TextField } from "../../ui/fields/TextField.tsx";
import { BulkPreviewLines } from "./BulkPreviewLines.tsx";
import { sayChanged } from "./say-changed.ts";
import { useSettled } from "./useSettled.ts";

export interface BulkEditDialogProps {
  object: FieldObject;
  fields: readonly BulkField[];
  asked: BulkAsked;
  onClose: () => void;
}

/** Gives many records one value of a field, having said how many it changes, how many stay and why. */
export default function BulkEditDialog({ object, fields, asked, onClose }: BulkEditDialogProps) {
  const { t } = useTranslation("bulk");
  const offered = [...fields, ...useAddedBulkFields(object)];
  const [fieldId, setFieldId] = useState<string>();
  const [draft, setDraft] = useState("");
  const [isEmptied, setEmptied] = useState(false);
  const field = offered.find(({ id }) => id === fieldId);
  const value = field === undefined ? undefined : isEmptied ? null : draft === "" ? undefined : field.kind.parse(draft);
  const wanted = useSettled(
    field === undefined || value === undefined ? undefined : JSON.stringify({ field: field.id, value }),
  );
  const body = { choice: asked.choice, ...(JSON.parse(wanted ?? "{}") as { field: string; value: FieldValue }) };
  const read = useQuery({
    ...reading(bulk.previewEdit, { params: { object }, body }),
    enabled: wanted !== undefined,
    // Somebody else may be at work on the same records: what held a minute ago need not hold now.
    staleTime: 0,
    retry: false,
  });
  const preview = wanted === undefined ? undefined : read.data;
  const edit = useAct(bulk.edit);
  const submit = () => {
    if (field === undefined || value === undefined) return;
    const { label } = field;
    edit.mutate(
      { params: { object }, body: { choice: asked.choice, field: field.id, value: value as FieldValue } },
      {
        onSuccess({ answer, operationId }) {
          sayChanged(t, answer, operationId, t("edited", { count: answer.changed, field: label }));
          onClose();
          asked.clear();
        },
      },
    );
  };
  const whyOff =
    field === undefined
      ? t("fieldMissing")
      : draft !== "" && value === undefined
        ? (field.notUnderstood ?? t("notUnderstood"))
        : value === undefined
          ? t("valueMissing")
          : preview?.changes === 0
            ? t("noneChanges")
            : undefined;
  return (
    <FormDialog
      title={t("editTitle", { amount: asked.amount })}
      act={preview === undefined || preview.changes === 0 ? t("editAct") : t("editSo", { count: preview.changes })}
      onClose={onClose}
      onSubmit={submit}
      busy={edit.isPending}
      failure={edit.error}
      whyOff={whyOff}
    >
      <SelectField
        label={t("field")}
        options={offered.map(({ id, label }) => ({ value: id, words: label }))}
        value={fieldId}
        onChange={(next) => {
          setFieldId(next);
          setDraft("");
          setEmptied(false);
        }}
      />
      {field === undefined ? null : (
        <div className="col g8">
          {isEmptied ? null : <ValueField key={field.id} field={field} draft={draft} onChange={setDraft} />}
          {field.needed === true ? null : (
            <Checkbox checked={isEmptied} onChange={setEmptied}>
              {t("empty", { field: field.label })}
            </Checkbox>
          )}
        </div>
      )}
      {wanted === undefined ? null : <BulkPreviewLines preview={preview} words={(count) => t("changes", { count })} />}
      <FailureNote failure={read.error} />
    </FormDialog>
  );
}

interface ValueFieldProps {
  field: BulkField;
  draft: string;
  onChange: (draft: string) => void;
}

/** The control of a fact's value, the same as in its cell. */
function ValueField({ field, draft, onChange }: ValueFieldProps) {
  const { t } = useTranslation("bulk");
  const { editor } = field.kind;
  const label = t("newValue");
  if (typeof editor === "function")
    return editor({
      id: field.id,
      value: draft,
      onChange,
      onDone: onChange,
      onCancel: () => undefined,
      label,
      opens: false,
      inForm: true,
    });
  if (editor === "long") return <LongTextField label={label} value={draft} onChange={onChange} rows={3} />;
  return (
    <TextField
      label={label}
      value={draft}
      onChange={onChange}
      {...(editor === "number" ? { inputMode: "decimal" } : {})}
    />
  );
}

/** The fields that the company added. Of a unique one no two records may have the same. */
function useAddedBulkFields(object: FieldObject): BulkField[] {
  const words = useAddedFieldWords();
  const kindOf = useAddedKind();
  return useAddedFields(object)
    .filter(({ unique, archived }) => !unique && !archived)
    .map((field) =>
      bulkField({
        id: addedColumnId(field.id),
        label: words.name(field),
        kind: kindOf(field, undefined),
        needed: field.required,
      }),
    );
}
