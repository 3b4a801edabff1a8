import type { FieldValue } from "@tongzhou/contract/fields";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { AddedFieldInput } from "../../platform/custom-fields/AddedFieldInput.tsx";
import { useAddedFieldWords } from "../../platform/custom-fields/useAddedFieldWords.ts";
import { hasOptions, settingsOf, type FieldDraft } from "./field-draft.ts";
import styles from "./FieldDialog.module.css";

/** How the field will look where it is filled in; it can be tried. */
export function FieldPreview({ draft }: { draft: FieldDraft }) {
  const { t } = useTranslation("fields");
  const { t: added } = useTranslation("custom-fields");
  const words = useAddedFieldWords();
  const settings = settingsOf(draft);
  const [tried, setTried] = useState<{ type: string; value: FieldValue }>();
  const value = tried?.type === draft.type ? tried.value : settings.defaultValue;
  const name = settings.name === "" ? t("unnamed") : words.name(settings);
  const field = {
    type: draft.type,
    options: hasOptions(draft.type) ? settings.options : null,
    linkedObject: draft.type === "link" ? draft.linkedObject : null,
  };
  return (
    <aside className={styles.preview} aria-label={t("preview")}>
      <div className="t12 ink3">{t(draft.weight === "decision" ? "previewFirst" : "previewFolded")}</div>
      <AddedFieldInput
        key={`${draft.type} ${JSON.stringify(settings.defaultValue)}`}
        field={field}
        label={draft.required ? added("requiredName", { name }) : name}
        hint={words.help(settings)}
        value={value}
        onChange={(next) => setTried({ type: draft.type, value: next })}
      />
      <p className="t12 ink3">{t(`typeMeans.${draft.type}`)}</p>
      {draft.sensitive ? <p className="t12 ink3">{t("sensitiveMeans")}</p> : null}
    </aside>
  );
}
