import type { AssignmentPreview } from "@tongzhou/contract/assignment";
import { Suspense } from "react";
import { useTranslation } from "react-i18next";
import { movesOf } from "./useAssignmentPreview.ts";
import styles from "./PreviewLines.module.css";

/** Says what an assignment would do before it is done: how many go and from whom, how many stay and why. */
export function PreviewLines({ preview }: { preview: AssignmentPreview | undefined }) {
  return (
    <output className={styles.lines} aria-live="polite">
      <Suspense>{preview === undefined ? null : <Lines preview={preview} />}</Suspense>
    </output>
  );
}

function Lines({ preview }: { preview: AssignmentPreview }) {
  const { t } = useTranslation("assigning");
  const moves = movesOf(preview);
  const stays = preview.stays.reduce((sum, { count }) => sum + count, 0);
  const nameOf = ({ ownerName, pool }: AssignmentPreview["moves"][number]): string =>
    ownerName ?? (pool === null ? t("nobody") : t(`pool.${pool}`));
  return (
    <>
      <b>{t("moves", { count: moves })}</b>
      {moves === 0 ? null : (
        <ul className={styles.whom}>
          {preview.moves.map((move) => (
            <li key={`${move.ownerId ?? ""}${move.pool ?? ""}`}>
              <span className="ell">{nameOf(move)}</span>
              <span className="num">{move.count}</span>
            </li>
          ))}
        </ul>
      )}
      {stays === 0 ? null : (
        <p className="ink2">
          {t("stays", { count: stays })}
          {preview.stays.map(({ because, count }) => (
            <span key={because} className={styles.why}>
              {t(`because.${because}`, { count })}
            </span>
          ))}
        </p>
      )}
    </>
  );
}
