import { GRADE_CELLS, type GradeCell, type ResponseTime, type ResponseTimes } from "@tongzhou/contract/lead-standard";
import { useTranslation } from "react-i18next";
import { NumberField } from "../../ui/fields/NumberField.tsx";
import { SectionHead } from "../../ui/record/SectionHead.tsx";
import { PlainTable, type PlainColumn } from "../../ui/table/PlainTable.tsx";
import { useProductLines } from "../products/index.ts";
import styles from "./StandardLines.module.css";
import type { PartProps } from "./part-props.ts";

/** Working minutes until the first answer, and until the lead goes to the next, cell by cell. */
export function ResponseTimesEditor({ content, onChange }: PartProps) {
  const put = (at: number, times: ResponseTimes) =>
    onChange?.({
      ...content,
      responseTimes: content.responseTimes.map((each, index) => (index === at ? times : each)),
    });
  return (
    <>
      {content.responseTimes.map((times, at) => (
        <TimesOfLine
          key={times.productLineId ?? "all"}
          times={times}
          onChange={onChange === undefined ? undefined : (next) => put(at, next)}
        />
      ))}
    </>
  );
}

interface TimeRow {
  cell: GradeCell;
  time: ResponseTime;
}

type OnTimes = ((times: ResponseTimes) => void) | undefined;

function TimesOfLine({ times, onChange }: { times: ResponseTimes; onChange: OnTimes }) {
  const { t } = useTranslation("standards");
  const lines = useProductLines();
  const columns = useTimeColumns(times, onChange);
  const rows = GRADE_CELLS.flatMap((cell) => {
    const time = times.cells[cell];
    return time === undefined ? [] : [{ cell, time }];
  });
  return (
    <section style={{ maxWidth: "480px" }}>
      <SectionHead
        title={times.productLineId === null ? t("allLines") : (lines.nameOf(times.productLineId) ?? t("oneLine"))}
        note={t("workingMinutes")}
      />
      <PlainTable label={t("parts.times")} rows={rows} rowId={({ cell }) => cell} columns={columns} />
    </section>
  );
}

function useTimeColumns(times: ResponseTimes, onChange: OnTimes): PlainColumn<TimeRow>[] {
  const { t } = useTranslation("standards");
  const minutes = (field: keyof ResponseTime) => ({
    id: field,
    head: t(`times.${field}`),
    width: 140,
    align: "end" as const,
    cell: ({ cell, time }: TimeRow) => (
      <span className={styles.number}>
        <NumberField
          size="small"
          label={t("timeOf", { cell, what: t(`times.${field}`) })}
          labelUnseen
          disabled={onChange === undefined}
          value={time[field]}
          onChange={(value) =>
            value !== null && onChange?.({ ...times, cells: { ...times.cells, [cell]: { ...time, [field]: value } } })
          }
        />
      </span>
    ),
  });
  return [
    { id: "cell", head: t("cell"), cell: ({ cell }) => <b>{cell}</b> },
    minutes("answerMinutes"),
    minutes("reassignMinutes"),
  ];
}
