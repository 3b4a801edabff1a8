import type { AssignmentForecast } from "@tongzhou/contract/assignment";
import { Suspense } from "react";
import { useTranslation } from "react-i18next";
import { movesOf } from "./useForecast.ts";
import styles from "./ForecastLines.module.css";

/** Says what an assignment would do before it is done: how many go and from whom, how many stay and why. */
export function ForecastLines({ forecast }: { forecast: AssignmentForecast | undefined }) {
  return (
    <output className={styles.lines} aria-live="polite">
      <Suspense>{forecast === undefined ? null : <Lines forecast={forecast} />}</Suspense>
    </output>
  );
}

function Lines({ forecast }: { forecast: AssignmentForecast }) {
  const { t } = useTranslation("assigning");
  const moves = movesOf(forecast);
  const stays = forecast.stays.reduce((sum, { count }) => sum + count, 0);
  const nameOf = ({ ownerName, pool }: AssignmentForecast["moves"][number]): string =>
    ownerName ?? (pool === null ? t("nobody") : t(`pool.${pool}`));
  return (
    <>
      <b>{t("moves", { count: moves })}</b>
      {moves === 0 ? null : (
        <ul className={styles.whom}>
          {forecast.moves.map((move) => (
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
          {forecast.stays.map(({ because, count }) => (
            <span key={because} className={styles.why}>
              {t(`because.${because}`, { count })}
            </span>
          ))}
        </p>
      )}
    </>
  );
}
