import { Pencil } from "lucide-react";
import { useEffect, useId, useRef, type KeyboardEvent, type RefObject } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../controls/Button.tsx";
import { cx } from "../cx.ts";
import { Icon } from "../Icon.tsx";
import { None } from "../signs/Marks.tsx";
import type { Fact, FactConflict } from "./fact-types.ts";
import styles from "./FactList.module.css";
import { useFactEdit, type FactEditing } from "./useFactEdit.ts";

/** One fact: read, and where it may be, edited where it stands. */
export function FactRow({ fact }: { fact: Fact }) {
  const editing = useFactEdit(fact.edit);
  const { moment } = editing;
  const wasEdited = useRef(false);
  useEffect(() => {
    if (moment.kind !== "view") wasEdited.current = true;
  }, [moment.kind]);
  return (
    <div className={styles.fact} aria-busy={moment.kind === "saving" || undefined}>
      <dt>{fact.label}</dt>
      <dd>
        {moment.kind === "view" ? (
          <Shown fact={fact} onEdit={fact.edit && editing.begin} wasEdited={wasEdited} />
        ) : null}
        {moment.kind === "saving" ? <span className="ink3">{moment.draft}</span> : null}
        {moment.kind === "edit" ? (
          <Editor fact={fact} editing={editing} draft={moment.draft} refused={moment.refused} />
        ) : null}
        {moment.kind === "conflict" ? (
          <Conflict draft={moment.draft} conflict={moment.conflict} editing={editing} />
        ) : null}
      </dd>
    </div>
  );
}

interface ShownProps {
  fact: Fact;
  onEdit: (() => void) | undefined;
  wasEdited: RefObject<boolean>;
}

function Shown({ fact, onEdit, wasEdited }: ShownProps) {
  const { t } = useTranslation("ui");
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // Back from the editor: the keyboard goes on from this fact.
    if (wasEdited.current) button.current?.focus({ preventScroll: true });
  }, [wasEdited]);
  const value = fact.shown ?? (fact.missing === undefined ? <None /> : <span className="amber">{fact.missing}</span>);
  return (
    <span className={styles.shown}>
      {onEdit === undefined ? (
        <span className={styles.value}>{value}</span>
      ) : (
        <button
          ref={button}
          type="button"
          className={cx(styles.value, styles.editable)}
          aria-label={t("editFact", { label: fact.label })}
          onClick={onEdit}
        >
          <span>{value}</span>
          <Icon of={Pencil} size={12} className={styles.pencil} />
        </button>
      )}
      {fact.beside === undefined ? null : <small className="ink3">{fact.beside}</small>}
    </span>
  );
}

interface EditorProps {
  fact: Fact;
  editing: FactEditing;
  draft: string;
  refused: string | undefined;
}

function Editor({ fact, editing, draft, refused }: EditorProps) {
  const id = useId();
  const input = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const { t } = useTranslation("ui");
  useEffect(() => input.current?.select(), []);
  const editor = fact.edit?.editor ?? "text";
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
          onChange: editing.change,
          onDone: editing.save,
          onCancel: editing.leave,
          label: fact.label,
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
      {refused === undefined ? null : <small className="red">{refused}</small>}
      <div className={styles.answers}>
        <Button size="tiny" onClick={() => editing.save()}>
          {t("save")}
        </Button>
        <Button size="tiny" look="quiet" onClick={editing.leave}>
          {t("cancel")}
        </Button>
      </div>
    </div>
  );
}

function Conflict({ draft, conflict, editing }: { draft: string; conflict: FactConflict; editing: FactEditing }) {
  const { t } = useTranslation("ui");
  return (
    <div role="alert" className={styles.conflict}>
      <b>{t("notSaved", { who: conflict.who, when: conflict.when })}</b>
      <dl className={styles.both}>
        <dt>{t("valueNow")}</dt>
        <dd>{conflict.shown}</dd>
        <dt>{t("valueMine")}</dt>
        <dd>{draft === "" ? <None /> : draft}</dd>
      </dl>
      <div className={styles.answers}>
        <Button size="tiny" onClick={editing.insist}>
          {t("useMine")}
        </Button>
        <Button size="tiny" look="quiet" onClick={editing.leave}>
          {t("keepTheirs")}
        </Button>
      </div>
    </div>
  );
}
