import {
  CELL_DESTINATIONS,
  ENGAGEMENT_GRADES,
  FIT_GRADES,
  type CellDestination,
  type EngagementGrade,
  type FitGrade,
  type GradeCell,
  type LeadStandard,
} from "@tongzhou/contract/lead-standard";
import { useState, type KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import { Choices } from "../../ui/controls/Choices.tsx";
import { cx } from "../../ui/cx.ts";
import { NumberField } from "../../ui/fields/NumberField.tsx";
import { CellChip, type Paint } from "../../ui/signs/CellChip.tsx";
import styles from "./MatrixEditor.module.css";
import type { PartProps } from "./part-props.ts";

const PAINTS: Readonly<Record<CellDestination, Paint>> = {
  mql: "border",
  qualify: "tint",
  nurture: "frame",
  hold: "dashes",
};

const STEPS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** The matrix: choose where leads go, then paint cells by pressing, dragging, or with space on the keyboard. */
export function MatrixEditor({ before, content, onChange }: PartProps & { before: LeadStandard }) {
  const { t } = useTranslation("standards");
  const [brush, setBrush] = useState<CellDestination>("mql");
  const paint = (cell: GradeCell) => onChange?.({ ...content, matrix: { ...content.matrix, [cell]: brush } });
  return (
    <section className="col g12">
      {onChange === undefined ? null : (
        <div className="row wrap between g12">
          <span className="t13 ink2">{t("paintHint")}</span>
          <Choices
            label={t("brush")}
            value={brush}
            onChange={setBrush}
            options={CELL_DESTINATIONS.map((value, at) => ({
              value,
              words: t(`destinations.${value}`),
              sign: <CellChip paint={PAINTS[value]} label="" />,
              shortcut: String(at + 1),
            }))}
          />
        </div>
      )}
      <table className={styles.matrix} aria-label={t("parts.matrix")}>
        <thead>
          <tr>
            <th aria-label={t("fitAndEngagement")} className={styles.corner} />
            {ENGAGEMENT_GRADES.map((grade) => (
              <th key={grade} scope="col">
                <span className={styles.head}>
                  <b>{grade}</b> <Border axis="engagement" grade={grade} content={content} onChange={onChange} />
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {FIT_GRADES.map((fit) => (
            <tr key={fit}>
              <th scope="row">
                <span className={styles.side}>
                  <b>{fit}</b>
                  <Border axis="fit" grade={fit} content={content} onChange={onChange} />
                </span>
              </th>
              {ENGAGEMENT_GRADES.map((engagement) => (
                <td key={engagement}>
                  <MatrixCell
                    cell={`${fit}${engagement}`}
                    was={before.matrix[`${fit}${engagement}`]}
                    now={content.matrix[`${fit}${engagement}`]}
                    onPaint={onChange === undefined ? undefined : paint}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="t12 ink3">{t("paintsEverywhere")}</p>
    </section>
  );
}

interface MatrixCellProps {
  cell: GradeCell;
  was: CellDestination | undefined;
  now: CellDestination | undefined;
  onPaint: ((cell: GradeCell) => void) | undefined;
}

function MatrixCell({ cell, was, now, onPaint }: MatrixCellProps) {
  const { t } = useTranslation("standards");
  const isChanged = was !== now;
  const name = now === undefined ? t("notPainted") : t(`destinations.${now}`);
  const said = isChanged && was !== undefined ? t("cellWas", { from: t(`destinations.${was}`), to: name }) : name;
  const className = cx(
    styles.cell,
    now === undefined ? styles.empty : styles[PAINTS[now]],
    isChanged && styles.changed,
  );
  const inside = (
    <>
      <b>{cell}</b>
      <span className={styles.words}>{said}</span>
    </>
  );
  if (onPaint === undefined) {
    return <span className={className}>{inside}</span>;
  }
  return (
    <button
      type="button"
      data-cell={cell}
      className={className}
      onPointerDown={(event) => {
        // So that the pointer paints the cells it is drawn over, also with a finger.
        event.currentTarget.releasePointerCapture(event.pointerId);
        onPaint(cell);
      }}
      onPointerEnter={(event) => {
        if (event.buttons === 1) onPaint(cell);
      }}
      onClick={(event) => {
        // Pressed by keyboard: the pointer has painted already.
        if (event.detail === 0) onPaint(cell);
      }}
      onKeyDown={(event) => moveFocus(event, cell)}
    >
      {inside}
    </button>
  );
}

function moveFocus(event: KeyboardEvent<HTMLButtonElement>, cell: GradeCell): void {
  const step = STEPS[event.key];
  if (step === undefined) return;
  event.preventDefault();
  const [down, right] = step;
  const fit = FIT_GRADES[FIT_GRADES.findIndex((grade) => cell.startsWith(grade)) + down];
  const engagement = Number(cell.slice(1)) + right;
  event.currentTarget
    .closest("table")
    ?.querySelector<HTMLElement>(`[data-cell="${fit ?? ""}${engagement}"]`)
    ?.focus();
}

type BorderProps = PartProps & ({ axis: "fit"; grade: FitGrade } | { axis: "engagement"; grade: EngagementGrade });

/** From how many points a grade begins; the last grade is everybody below. */
function Border(props: BorderProps) {
  const { t } = useTranslation("standards");
  const { content, onChange } = props;
  if (props.grade === "D") return <span>{t("below", { points: content.fitBorders.C })}</span>;
  if (props.grade === 4) return <span>{t("below", { points: content.engagementBorders[3] })}</span>;
  const points = props.axis === "fit" ? content.fitBorders[props.grade] : content.engagementBorders[props.grade];
  if (onChange === undefined) return <span>{t("fromPoints", { points })}</span>;
  const set = (value: number | null) => {
    if (value === null) return;
    if (props.axis === "fit") onChange({ ...content, fitBorders: { ...content.fitBorders, [props.grade]: value } });
    else onChange({ ...content, engagementBorders: { ...content.engagementBorders, [props.grade]: value } });
  };
  return (
    <span className={styles.threshold}>
      <span aria-hidden>≥</span>
      <NumberField
        size="small"
        label={t("borderOf", { grade: props.grade })}
        labelUnseen
        value={points}
        onChange={set}
      />
    </span>
  );
}
