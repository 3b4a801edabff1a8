import { useEffect, useRef, type KeyboardEvent, type ReactNode } from "react";
import { createPortal } from "react-dom";
import { Float } from "../layers/Float.tsx";
import { FactConflictNote } from "../record/FactConflictNote.tsx";
import { FactEditor } from "../record/FactEditor.tsx";
import type { Fact } from "../record/fact-types.ts";
import { useFactEdit } from "../record/useFactEdit.ts";
import styles from "./CellEditor.module.css";

export interface CellEditorProps {
  fact: Fact;
  /** The value is saved, or stays as it was. */
  onClosed: () => void;
  /** Tab: on to the next cell that can be edited, or back to the one before. */
  onStep: (back: boolean) => void;
  /** Somebody pressed beside it, which saves. */
  onAway: () => void;
}

/** The editor over a cell. While the value is being saved the cell shows it already; what was refused opens again. */
export default function CellEditor({ fact, onClosed, onStep, onAway }: CellEditorProps) {
  const editing = useFactEdit(fact.edit, true);
  const cell = useRef<HTMLElement>(null);
  const { moment } = editing;
  const closed = useRef(onClosed);
  useEffect(() => {
    closed.current = onClosed;
  });
  useEffect(() => {
    if (moment.kind === "view") closed.current();
  }, [moment.kind]);
  const dismiss = (by: "escape" | "elsewhere") => {
    if (by === "escape" || moment.kind !== "edit") return editing.leave();
    onAway();
    editing.save();
  };
  const onKeyDownCapture = (event: KeyboardEvent) => {
    if (event.key !== "Tab" || event.nativeEvent.isComposing || moment.kind !== "edit") return;
    event.preventDefault();
    event.stopPropagation();
    editing.save();
    onStep(event.shiftKey);
  };
  const isOpen = moment.kind === "edit" || moment.kind === "conflict";
  return (
    <>
      <span hidden ref={(mark) => void (cell.current = mark?.closest("td") ?? null)} />
      {isOpen
        ? // Out of the table, whose cells would shape those of a calendar.
          createPortal(
            <Float anchor={cell} over label={fact.label} onClose={dismiss} className={styles.editor}>
              {moment.kind === "conflict" ? (
                <FactConflictNote draft={moment.draft} conflict={moment.conflict} editing={editing} />
              ) : (
                <TypedInto onKeyDownCapture={onKeyDownCapture}>
                  <FactEditor inCell fact={fact} editing={editing} draft={moment.draft} refused={moment.refused} />
                </TypedInto>
              )}
            </Float>,
            document.body,
          )
        : null}
    </>
  );
}

interface TypedIntoProps {
  onKeyDownCapture: (event: KeyboardEvent) => void;
  children: ReactNode;
}

/** The keyboard goes into the control, also into one that is still on its way. */
function TypedInto({ onKeyDownCapture, children }: TypedIntoProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = box.current;
    if (element === null) return undefined;
    const take = (): boolean => {
      const control = element.querySelector<HTMLElement>("input, textarea");
      control?.focus({ preventScroll: true });
      return control !== null;
    };
    if (take()) return undefined;
    const arriving = new MutationObserver(() => {
      if (take()) arriving.disconnect();
    });
    arriving.observe(element, { childList: true, subtree: true });
    return () => arriving.disconnect();
  }, []);
  return (
    // Tab goes from cell to cell, as in a sheet; the control inside hears everything else.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div ref={box} onKeyDownCapture={onKeyDownCapture} onDoubleClick={(event) => event.stopPropagation()}>
      {children}
    </div>
  );
}
