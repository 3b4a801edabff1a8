import { CircleCheck, TriangleAlert, X } from "lucide-react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { drawnKeys, onMac } from "../keyboard/keys.ts";
import { useShortcut } from "../keyboard/useShortcut.ts";
import { useExternal } from "../hooks/external-value.ts";
import { Icon } from "../Icon.tsx";
import { Anchor } from "../navigation/Anchor.tsx";
import { dismissToast, sayFailed, TOAST_MS, toasts, type Toast } from "./toast.ts";
import styles from "./ToastPlace.module.css";

const UNDO_KEYS = "mod+z";

/** Where toasts appear: bottom left, over everything. Stands once in the application. */
export function ToastPlace() {
  const toast = useExternal(toasts);
  return (
    <output className={styles.place} aria-live="polite">
      {toast === undefined ? null : <OneToast key={toast.id} toast={toast} />}
    </output>
  );
}

function OneToast({ toast }: { toast: Toast }) {
  const { t } = useTranslation("ui");
  const [held, setHeld] = useState(false);
  const [undoing, setUndoing] = useState(false);
  useEffect(() => {
    if (held || undoing) return undefined;
    const timer = setTimeout(() => dismissToast(toast.id), TOAST_MS);
    return () => clearTimeout(timer);
  }, [held, undoing, toast.id]);
  const undo = async () => {
    if (toast.undo === undefined || undoing) return;
    setUndoing(true);
    try {
      await toast.undo();
      dismissToast(toast.id);
    } catch (caught) {
      sayFailed(caught instanceof Error && caught.message !== "" ? caught.message : t("undoFailed"));
    }
  };
  useShortcut({ keys: toast.undo === undefined ? undefined : UNDO_KEYS, words: t("undo"), run: () => void undo() });
  return (
    <div
      className={styles.toast}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <Icon of={toast.failed ? TriangleAlert : CircleCheck} />
      <span className={styles.words}>{toast.words}</span>
      {toast.href === undefined ? null : (
        <Anchor href={toast.href} className={styles.undo} onClick={() => dismissToast(toast.id)}>
          {t("open")}
        </Anchor>
      )}
      {toast.undo === undefined ? null : (
        <button type="button" className={styles.undo} aria-busy={undoing || undefined} onClick={() => void undo()}>
          {t("undo")}
          <kbd className={styles.keys} aria-hidden>
            {drawnKeys(UNDO_KEYS, onMac())}
          </kbd>
        </button>
      )}
      <button type="button" className={styles.close} aria-label={t("close")} onClick={() => dismissToast(toast.id)}>
        <Icon of={X} size={14} />
      </button>
    </div>
  );
}
