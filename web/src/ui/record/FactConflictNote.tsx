import { useTranslation } from "react-i18next";
import { Button } from "../controls/Button.tsx";
import { None } from "../signs/Marks.tsx";
import type { FactConflict } from "./fact-types.ts";
import styles from "./FactList.module.css";
import type { FactEditing } from "./useFactEdit.ts";

export interface FactConflictNoteProps {
  draft: string;
  conflict: FactConflict;
  editing: Pick<FactEditing, "insist" | "leave">;
}

/** Somebody else changed the value meanwhile: theirs and mine, and which of them is to stand. */
export function FactConflictNote({ draft, conflict, editing }: FactConflictNoteProps) {
  const { t } = useTranslation("ui");
  return (
    <div role="alert" className={styles.conflict}>
      <b>{t("notSaved", { who: conflict.who, when: conflict.when })}</b>
      <dl className={styles.both}>
        <dt>{t("valueNow")}</dt>
        <dd>{conflict.shown}</dd>
        <dt>{t("valueMine")}</dt>
        <dd>{conflict.mine ?? (draft === "" ? <None /> : draft)}</dd>
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
