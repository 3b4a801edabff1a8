import { fields, type FieldObject, type SettingsField } from "@tongzhou/contract/fields";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { FormDialog } from "../../platform/forms/FormDialog.tsx";
import { isProblem } from "../../platform/http/problem-error.ts";
import { useAct } from "../../platform/http/useAct.ts";
import { sayActed } from "../../platform/undo/say-acted.ts";
import { changesOf, draftOf, hasOptions, settingsOf, type FieldDraft } from "./field-draft.ts";
import styles from "./FieldDialog.module.css";
import { FieldForm } from "./FieldForm.tsx";
import { FieldPreview } from "./FieldPreview.tsx";
import { refreshFields } from "./useFieldActs.ts";

const WIDTH_PX = 860;

export interface FieldDialogProps {
  object: FieldObject;
  /** Changes this one instead of adding one. */
  field?: SettingsField;
  onClose: () => void;
}

/** Describes a field, beside how it will look in a form. */
export function FieldDialog({ object, field, onClose }: FieldDialogProps) {
  const { t } = useTranslation("fields");
  const [draft, setDraft] = useState<FieldDraft>(() => draftOf(field));
  const create = useAct(fields.create);
  const edit = useAct(fields.edit);
  const failure = create.error ?? edit.error;
  const settings = settingsOf(draft);
  const changes = field === undefined ? {} : changesOf(field, draft);
  const done = (words: string, operationId: string | undefined) => {
    void refreshFields();
    sayActed(words, operationId);
    onClose();
  };
  const submit = () => {
    const { name } = settings;
    if (field !== undefined) {
      edit.mutate(
        { params: { fieldId: field.id }, body: changes },
        { onSuccess: ({ operationId }) => done(t("changed", { name }), operationId) },
      );
      return;
    }
    const { options, ...rest } = settings;
    const linkedObject = draft.type === "link" ? draft.linkedObject : null;
    const body = { ...rest, object, type: draft.type, linkedObject, options: options ?? [] };
    create.mutate({ body }, { onSuccess: ({ operationId }) => done(t("added", { name }), operationId) });
  };
  const isUnchanged = field !== undefined && Object.keys(changes).length === 0;
  const lacksOptions = hasOptions(draft.type) && !settings.options?.some(({ archived }) => !archived);
  const whyOff =
    settings.name === ""
      ? t("needsName")
      : lacksOptions
        ? t("needsOption")
        : draft.visibleTo?.length === 0
          ? t("needsRole")
          : isUnchanged
            ? t("unchanged")
            : undefined;
  const wrong = isProblem(failure, "field_name_taken") ? failure.message : undefined;
  return (
    <FormDialog
      title={field === undefined ? t("addTo", { object: t(`object.${object}`) }) : t("editField", { name: field.name })}
      act={t(field === undefined ? "add" : "save")}
      width={WIDTH_PX}
      onClose={onClose}
      onSubmit={submit}
      busy={create.isPending || edit.isPending}
      failure={failure}
      whyOff={whyOff}
    >
      <div className={styles.sides}>
        <FieldForm
          draft={draft}
          isNew={field === undefined}
          wrongName={wrong}
          onChange={(change) => setDraft({ ...draft, ...change })}
        />
        <FieldPreview draft={draft} />
      </div>
    </FormDialog>
  );
}
