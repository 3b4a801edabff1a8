import type { BulkPreview } from "@tongzhou/contract/bulk";
import { useTranslation } from "react-i18next";
import styles from "./BulkPreviewLines.module.css";

export interface BulkPreviewLinesProps {
  /** Undefined while it is not known. */
  preview: BulkPreview | undefined;
  /** What happens to those that change: `会改 12 条`. */
  words: (count: number) => string;
}

/** Says what a change would do before it is done: how many change, how many stay and why. */
export function BulkPreviewLines({ preview, words }: BulkPreviewLinesProps) {
  const { t } = useTranslation("bulk");
  const stays = preview?.stays.reduce((sum, { count }) => sum + count, 0) ?? 0;
  return (
    <output className={styles.lines} aria-live="polite">
      {preview === undefined ? null : (
        <>
          <b>{words(preview.changes)}</b>
          {stays === 0 ? null : (
            <span className="ink2">
              {t("stays", { count: stays })}
              {preview.stays.map(({ because, count }) => (
                <span key={because} className={styles.why}>
                  {t(`because.${because}`, { count })}
                </span>
              ))}
            </span>
          )}
          {preview.inBackground ? <span className="ink3">{t("inBackground")}</span> : null}
        </>
      )}
    </output>
  );
}
