import { useTranslation } from "react-i18next";
import { AttentionBars } from "../../ui/signs/AttentionBars.tsx";
import { Avatar } from "../../ui/signs/Avatar.tsx";
import { CellChip, type Paint } from "../../ui/signs/CellChip.tsx";
import { Figure } from "../../ui/signs/Figure.tsx";
import { Delta, LiveDot, None, Pill, StepBars, Tag } from "../../ui/signs/Marks.tsx";
import { Meter } from "../../ui/signs/Meter.tsx";
import { PaintedMatrix } from "../../ui/signs/PaintedMatrix.tsx";
import { Ring } from "../../ui/signs/Ring.tsx";
import { WaterGlass, type WaterGlassProps } from "../../ui/signs/WaterGlass.tsx";
import styles from "./Parts.module.css";
import { PartsBlock } from "./PartsBlock.tsx";

const CELLS: { label: string; paint: Paint }[] = [
  { label: "A1", paint: "border" },
  { label: "B2", paint: "tint" },
  { label: "C4", paint: "frame" },
  { label: "D4", paint: "dashes" },
];

const GLASSES: { id: string; level: WaterGlassProps["level"]; tone: "rest" | "accent" | "good" }[] = [
  { id: "raw", level: "empty", tone: "rest" },
  { id: "nurturing", level: 0.22, tone: "rest" },
  { id: "qualifying", level: 0.38, tone: "rest" },
  { id: "mql", level: 0.5, tone: "accent" },
  { id: "assigned", level: 0.66, tone: "accent" },
  { id: "sql", level: 0.85, tone: "accent" },
  { id: "converted", level: "done", tone: "good" },
  { id: "disqualified", level: "out", tone: "rest" },
];

const MATRIX: Paint[][] = [
  ["border", "border", "tint", "frame"],
  ["border", "tint", "tint", "frame"],
  ["border", "tint", "frame", "frame"],
  ["tint", "frame", "dashes", "dashes"],
];

const READ = [40, 62, 30, 130, 0, 0];

/** Cells, glasses, clocks and the small marks. */
export function PartsSigns() {
  const { t } = useTranslation("parts");
  return (
    <>
      <PartsBlock name={t("cells.name")}>
        <div className={styles.rows}>
          {CELLS.map(({ label, paint }) => (
            <span key={label} className="row g8">
              <CellChip label={label} paint={paint} />
              <span className="t12 ink2 nw">{t(`cells.${paint}`)}</span>
            </span>
          ))}
          <CellChip label="B2" paint="border" changed />
          <CellChip label="A1" paint="border" size="big" />
        </div>
        <p className="t12 ink3" style={{ marginTop: "8px" }}>
          {t("cells.note")}
        </p>
      </PartsBlock>
      <PartsBlock name={t("glasses.name")}>
        <div className={styles.grid}>
          {GLASSES.map(({ id, level, tone }) => (
            <WaterGlass key={id} level={level} tone={tone}>
              {t(`glasses.${id}` as "glasses.raw")}
            </WaterGlass>
          ))}
        </div>
      </PartsBlock>
      <PartsBlock name={t("clocks.name")}>
        <div className={styles.grid}>
          <Ring tone="calm" left={0.6}>
            {t("clocks.calm")}
          </Ring>
          <Ring tone="soon" left={0.27}>
            {t("clocks.soon")}
          </Ring>
          <Ring tone="over">{t("clocks.over")}</Ring>
          <Ring tone="pause">{t("clocks.pause")}</Ring>
          <Ring tone="tick">{t("clocks.tick")}</Ring>
          <Ring tone="soon" left={0.27} pill>
            {t("clocks.soon")}
          </Ring>
        </div>
        <p className="t12 ink3" style={{ marginTop: "8px" }}>
          {t("clocks.note")}
        </p>
      </PartsBlock>
      <PartsBlock name={t("marks.name")}>
        <div className={styles.rows}>
          <AttentionBars pages={READ} now={3} label={t("marks.read")} />
          <span className="row g4">
            <LiveDot />
            <b className="t12 green">{t("marks.live")}</b>
          </span>
          <Figure href="/parts" opens={t("marks.figureOpens")}>
            {t("marks.figure")}
          </Figure>
          <Figure zero>{t("marks.zero")}</Figure>
          <None />
          <Delta points={5.2}>{t("marks.up")}</Delta>
          <Delta points={-1.7}>{t("marks.down")}</Delta>
          <StepBars done={3} of={5} label={t("marks.steps")} />
          <Avatar name={t("marks.person")} />
          <Avatar name="Daniel Koh" size={32} />
          <Avatar name={t("marks.person")} size={40} />
          <Tag>{t("marks.tag")}</Tag>
          <Pill tone="accent">{t("marks.pill")}</Pill>
          <Pill tone="good">{t("marks.good")}</Pill>
          <PaintedMatrix rows={MATRIX} current={{ row: 0, column: 0, label: "A1" }} label={t("marks.matrix")} />
          <span style={{ width: "160px" }}>
            <Meter share={0.62} label={t("marks.meter")} />
            <span style={{ display: "block", height: "8px" }} />
            <Meter share={0.78} look="bar" mark={0.9} label={t("marks.meter")} />
          </span>
        </div>
      </PartsBlock>
    </>
  );
}
