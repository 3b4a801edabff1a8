import type { Funnel, FunnelColumn, FunnelStepFigures } from "@tongzhou/contract/insights";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../platform/format/useFormat.ts";
import { Figure } from "../../ui/signs/Figure.tsx";
import { Delta } from "../../ui/signs/Marks.tsx";
import { Picture } from "../../ui/signs/Picture.tsx";
import styles from "./Insights.module.css";

export interface FunnelStepsProps {
  funnel: Funnel;
  /** The period before, to compare with; undefined while it is on its way. */
  before: Funnel | undefined;
  onOpen: (step: FunnelStepFigures["step"], column: FunnelColumn) => void;
}

/** The steps from left to right: how many, how many of the step before came, how that was before, how long it took. */
export function FunnelSteps({ funnel, before, onOpen }: FunnelStepsProps) {
  const { t } = useTranslation("insights");
  const format = useFormat();
  return (
    <ol className={styles.steps} aria-label={t("funnel")}>
      {funnel.visitors === undefined ? null : (
        <li className={styles.step}>
          <span className="t14">{t("visitors")}</span>
          <b className="t26">{format.headlineCount(funnel.visitors)}</b>
        </li>
      )}
      {funnel.steps.map((figures) => (
        <Step
          key={figures.step}
          figures={figures}
          before={before?.steps.find(({ step }) => step === figures.step)}
          onOpen={onOpen}
        />
      ))}
    </ol>
  );
}

interface StepProps {
  figures: FunnelStepFigures;
  before: FunnelStepFigures | undefined;
  onOpen: FunnelStepsProps["onOpen"];
}

function Step({ figures, before, onOpen }: StepProps) {
  const { t } = useTranslation("insights");
  const format = useFormat();
  const { step, leads, conversion, medianDays } = figures;
  const name = t(`step.${step}`);
  const earlier = before?.conversion ?? undefined;
  const change = conversion === null || earlier === undefined ? undefined : conversion - earlier;
  const asides = (["enteredHere", "cameBack", "laterCycles"] as const).filter((column) => figures[column] > 0);
  return (
    <li className={styles.step}>
      <span className="t14">{name}</span>
      <Figure
        className={styles.count ?? ""}
        zero={leads === 0}
        onOpen={() => onOpen(step, "leads")}
        opens={t("opens", { count: leads, step: name })}
      >
        {format.count(leads)}
      </Figure>
      {conversion === null ? null : (
        <>
          <Water share={conversion} before={earlier} />
          <span className="row g6 wrap">
            <Figure className="b" zero={figures.advanced === 0} onOpen={() => onOpen(step, "advanced")}>
              {format.percent(conversion)}
            </Figure>
            {change === undefined ? null : <Delta points={change}>{format.points(change)}</Delta>}
          </span>
        </>
      )}
      {medianDays === null ? null : (
        <small className="ink2">{t("median", { days: format.dayAmount(Math.round(medianDays * 10) / 10) })}</small>
      )}
      {asides.map((column) => (
        <small key={column} className="ink3">
          {t(`aside.${column}`)} <Figure onOpen={() => onOpen(step, column)}>{format.count(figures[column])}</Figure>
        </small>
      ))}
    </li>
  );
}

/** A basin filled up to the share that came from the step before; a dashed line where it stood before. */
function Water({ share, before }: { share: number; before: number | undefined }) {
  const { t } = useTranslation("insights");
  const format = useFormat();
  const height = (of: number) => `${Math.min(1, of) * 100}%`;
  return (
    <Picture label={t("cameFromBefore", { share: format.percent(share) })} className={styles.basin}>
      <i className={styles.water} style={{ height: height(share) }} />
      {before === undefined ? null : <i className={styles.before} style={{ bottom: height(before) }} />}
    </Picture>
  );
}
