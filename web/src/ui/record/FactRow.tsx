import { Pencil } from "lucide-react";
import { useEffect, useRef, type RefObject } from "react";
import { useTranslation } from "react-i18next";
import { cx } from "../cx.ts";
import { Icon } from "../Icon.tsx";
import { None } from "../signs/Marks.tsx";
import type { Fact } from "./fact-types.ts";
import { FactConflictNote } from "./FactConflictNote.tsx";
import { FactEditor } from "./FactEditor.tsx";
import styles from "./FactList.module.css";
import { useFactEdit } from "./useFactEdit.ts";

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
          <FactEditor fact={fact} editing={editing} draft={moment.draft} refused={moment.refused} />
        ) : null}
        {moment.kind === "conflict" ? (
          <FactConflictNote draft={moment.draft} conflict={moment.conflict} editing={editing} />
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
