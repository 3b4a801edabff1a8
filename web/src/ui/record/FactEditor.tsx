import { useEffect, useId, useRef, type KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../controls/Button.tsx";
import type { Fact } from "./fact-types.ts";
import styles from "./FactList.module.css";
import type { FactEditing } from "./useFactEdit.ts";

export interface FactEditorBoxProps {
  fact: Fact;
  editing: FactEditing;
  draft: string;
  refused: string | undefined;
  /** In a cell of a list what is chosen is saved at once, where choosing is deciding. */
  inCell?: boolean;
}

/** The control by which a fact is edited where it stands. Enter saves, Escape leaves it as it was. */
export function FactEditor({ fact, editing, draft, refused, inCell = false }: FactEditorBoxProps) {
  const id = useId();
  const input = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const { t } = useTranslation("ui");
  useEffect(() => input.current?.select(), []);
  const editor = fact.edit?.editor ?? "text";
  const decides = inCell && fact.edit?.decides === true;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const isDone = event.key === "Enter" && (editor !== "long" || event.metaKey || event.ctrlKey);
    if (!isDone && event.key !== "Escape") return;
    event.preventDefault();
    event.stopPropagation();
    if (isDone) editing.save();
    else editing.leave();
  };
  const shared = {
    id,
    ref: input,
    value: draft,
    className: styles.input,
    "aria-label": fact.label,
    "aria-invalid": refused === undefined ? undefined : true,
    placeholder: fact.edit?.placeholder,
    onKeyDown,
  };
  return (
    <div className={styles.editor}>
      {typeof editor === "function" ? (
        editor({
          id,
          value: draft,
          onChange: decides ? editing.save : editing.change,
          onDone: editing.save,
          onCancel: editing.leave,
          label: fact.label,
          opens: decides,
        })
      ) : editor === "long" ? (
        <textarea {...shared} rows={3} onChange={(event) => editing.change(event.currentTarget.value)} />
      ) : (
        <input
          {...shared}
          inputMode={editor === "number" ? "decimal" : undefined}
          onChange={(event) => editing.change(event.currentTarget.value)}
        />
      )}
      {refused === undefined ? null : (
        <small role="alert" className="red">
          {refused}
        </small>
      )}
      {decides ? null : (
        <div className={styles.answers}>
          <Button size="tiny" onClick={() => editing.save()}>
            {t("save")}
          </Button>
          <Button size="tiny" look="quiet" onClick={editing.leave}>
            {t("cancel")}
          </Button>
        </div>
      )}
    </div>
  );
}
