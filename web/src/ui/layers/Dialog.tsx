import { X } from "lucide-react";
import { useEffect, useId, useLayoutEffect, useRef, type FormEvent, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../controls/Button.tsx";
import { cx } from "../cx.ts";
import { LayerContext, useLayer } from "../keyboard/useShortcut.ts";
import styles from "./Dialog.module.css";

export interface DialogProps {
  title: ReactNode;
  onClose: () => void;
  children: ReactNode;
  /** The acts, right-aligned below; on a phone they fill the width. */
  foot?: ReactNode;
  /** dialog: in the middle · high: near the top · panel: from the right · sheet: from below. A phone shows all but the panel as sheets. */
  look?: "dialog" | "high" | "panel" | "sheet";
  /** px on desktop. */
  width?: number;
  /** Makes it a form; Enter in a field sends it. */
  onSubmit?: (() => void) | undefined;
  /** Draws no head: the content brings its own title and close button. */
  bare?: boolean;
}

/** Something to be dealt with before the page goes on. Mount it to open it; Escape and a press outside close it. */
export function Dialog(props: DialogProps) {
  const { title, onClose, children, foot, look = "dialog", width = 440, onSubmit, bare = false } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  const layer = useLayer();
  const { t } = useTranslation("ui");
  useModal(dialog, onClose);
  const inside = (
    <>
      {bare ? (
        <h2 id={titleId} className="unseen">
          {title}
        </h2>
      ) : (
        <header className={styles.head}>
          <h2 id={titleId} className={styles.title}>
            {title}
          </h2>
          {look === "dialog" ? null : (
            <Button look="quiet" size="small" icon={X} label={t("close")} onClick={onClose} />
          )}
        </header>
      )}
      <div className={cx(styles.body, bare && styles.bare)}>{children}</div>
      {foot === undefined ? null : <footer className={styles.foot}>{foot}</footer>}
    </>
  );
  return (
    <dialog
      ref={dialog}
      aria-labelledby={titleId}
      className={cx(styles.dialog, styles[look])}
      style={{ maxWidth: `${width}px` }}
    >
      <LayerContext value={layer}>
        {onSubmit === undefined ? (
          <div className={styles.inside}>{inside}</div>
        ) : (
          <form className={styles.inside} noValidate onSubmit={submitting(onSubmit)}>
            {inside}
          </form>
        )}
      </LayerContext>
    </dialog>
  );
}

const submitting = (onSubmit: () => void) => (event: FormEvent) => {
  event.preventDefault();
  event.stopPropagation();
  onSubmit();
};

/** Opens the element above the page, and hears Escape and presses on what lies behind. */
function useModal(dialog: React.RefObject<HTMLDialogElement | null>, onClose: () => void): void {
  const close = useRef(onClose);
  useEffect(() => {
    close.current = onClose;
  });
  useLayoutEffect(() => {
    const element = dialog.current;
    if (element === null) return undefined;
    element.showModal();
    const onCancel = (event: Event) => {
      event.preventDefault();
      close.current();
    };
    const onPointerDown = (event: PointerEvent) => {
      if (event.target === element) close.current();
    };
    element.addEventListener("cancel", onCancel);
    element.addEventListener("pointerdown", onPointerDown);
    return () => {
      element.removeEventListener("cancel", onCancel);
      element.removeEventListener("pointerdown", onPointerDown);
      element.close();
    };
  }, [dialog]);
}
