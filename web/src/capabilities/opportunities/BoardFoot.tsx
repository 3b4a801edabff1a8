import { useDroppable } from "@dnd-kit/core";
import { Check, X, type LucideIcon } from "lucide-react";
import { useTranslation } from "react-i18next";
import { cx } from "../../ui/cx.ts";
import { Icon } from "../../ui/Icon.tsx";
import styles from "./Board.module.css";

/** Where a card is dropped to end it. */
export const WON = "won";
export const LOST = "lost";

/** Below the board: how it moves, and the two ends. */
export function BoardFoot({ dragging }: { dragging: boolean }) {
  const { t } = useTranslation("opportunities");
  return (
    <footer className={styles.foot}>
      <span className="t12 ink2 grow">{t("dragHint")}</span>
      <End id={WON} icon={Check} words={t("dropToWin")} dragging={dragging} />
      <End id={LOST} icon={X} words={t("dropToLose")} dragging={dragging} />
    </footer>
  );
}

function End({ id, icon, words, dragging }: { id: string; icon: LucideIcon; words: string; dragging: boolean }) {
  const { setNodeRef, isOver } = useDroppable({ id });
  return (
    <span ref={setNodeRef} className={cx(styles.end, dragging && styles.ready, isOver && styles.over)}>
      <Icon of={icon} size={14} />
      {words}
    </span>
  );
}
