import { useEffect, useMemo, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../controls/Button.tsx";
import { Checkbox } from "../controls/Checkbox.tsx";
import { cx } from "../cx.ts";
import { Icon } from "../Icon.tsx";
import { Anchor } from "../navigation/Anchor.tsx";
import styles from "./PhoneRows.module.css";
import type { MoreRows, PhoneGroup, PhoneRow, PhoneView, RecordTableProps, Selection } from "./table-types.ts";
import { toggled } from "./tick-rows.ts";

type PhoneRowsProps<Row> = Omit<RecordTableProps<Row>, "phone"> & { phone: PhoneView<Row> };

interface Cut<Row> {
  group: PhoneGroup | undefined;
  rows: Row[];
}

/** The list on a phone: cards cut by group, two lines a row, acts behind a swipe to the left. */
export function PhoneRows<Row>(props: PhoneRowsProps<Row>) {
  const { rows, phone, rowId, href, more, selection } = props;
  const cuts = useMemo(() => cutByGroup(rows, phone), [rows, phone]);
  return (
    <div className={styles.list}>
      {cuts.map((cut, at) => (
        <section key={`${cut.group?.key ?? ""}-${at}`}>
          {cut.group === undefined ? null : (
            <h2 className={styles.group}>
              <span className={cx(cut.group.tone === "over" && "red")}>{cut.group.words}</span>
              <span className="n ink3">{cut.group.count}</span>
            </h2>
          )}
          <ul className={styles.card}>
            {cut.rows.map((row) => (
              <li key={rowId(row)}>
                {selection === undefined ? (
                  <OneRow shown={phone.row(row)} href={href?.(row)} />
                ) : (
                  <ChosenRow shown={phone.row(row)} id={rowId(row)} selection={selection} />
                )}
              </li>
            ))}
          </ul>
        </section>
      ))}
      {more?.has === true ? <NearEnd more={more} /> : null}
    </div>
  );
}

function cutByGroup<Row>(rows: readonly Row[], phone: PhoneView<Row>): Cut<Row>[] {
  const cuts: Cut<Row>[] = [];
  for (const row of rows) {
    const group = phone.group?.(row);
    const last = cuts.at(-1);
    if (last !== undefined && last.group?.key === group?.key) last.rows.push(row);
    else cuts.push({ group, rows: [row] });
  }
  return cuts;
}

interface ChosenRowProps {
  shown: PhoneRow;
  id: string;
  selection: Selection;
}

/** While rows are chosen a press anywhere on one ticks it. */
function ChosenRow({ shown, id, selection: { chosen, onChange } }: ChosenRowProps) {
  return (
    <div className={styles.row}>
      <Checkbox
        className={cx(styles.main, styles.tick)}
        checked={chosen.has(id)}
        onChange={() => onChange(toggled(chosen, id))}
      >
        <RowWords shown={shown} />
      </Checkbox>
      <span className={styles.side}>
        <span>{shown.top}</span>
        <span className="ink3">{shown.bottom}</span>
      </span>
    </div>
  );
}

function RowWords({ shown }: { shown: PhoneRow }) {
  return (
    <span className="grow">
      <span className="row g6">
        <b className={cx("ell", styles.name)} dir="auto">
          {shown.name}
        </b>
        <span className={cx("ell", styles.meta)}>{shown.meta}</span>
      </span>
      <span className={cx("row g6 ink2", styles.line)}>
        {typeof shown.line === "string" ? <span>{shown.line}</span> : shown.line}
      </span>
    </span>
  );
}

function OneRow({ shown, href }: { shown: PhoneRow; href: string | undefined }) {
  const words = (
    <>
      {shown.sign}
      <RowWords shown={shown} />
    </>
  );
  return (
    <div className={cx(styles.swipe, shown.swipe !== undefined && styles.swipes)}>
      <div className={styles.row}>
        {href === undefined ? (
          <span className={styles.main}>{words}</span>
        ) : (
          <Anchor href={href} className={styles.main}>
            {words}
          </Anchor>
        )}
        {shown.act ?? (
          <span className={styles.side}>
            <span>{shown.top}</span>
            <span className="ink3">{shown.bottom}</span>
          </span>
        )}
      </div>
      {shown.swipe?.map((act) => (
        <button key={act.id} type="button" className={styles.swipeAct} onClick={act.run}>
          {act.icon === undefined ? null : <Icon of={act.icon} size={22} />}
          {act.words}
        </button>
      ))}
    </div>
  );
}

/** Asks for the next page when the end of the list comes near. */
function NearEnd({ more }: { more: MoreRows }) {
  const mark = useRef<HTMLDivElement>(null);
  const latest = useRef(more);
  const { t } = useTranslation("ui");
  useEffect(() => {
    latest.current = more;
  });
  const { loading } = more;
  useEffect(() => {
    const element = mark.current;
    // Watched anew after every page: a mark that never left the screen reports nothing.
    if (element === null || loading) return undefined;
    const watcher = new IntersectionObserver(
      ([entry]) => {
        const { failed, load } = latest.current;
        if (entry?.isIntersecting === true && failed !== true) load();
      },
      { rootMargin: "600px" },
    );
    watcher.observe(element);
    return () => watcher.disconnect();
  }, [loading]);
  return (
    <div ref={mark} className={styles.end}>
      {more.failed === true ? <Button onClick={more.load}>{t("tryAgain")}</Button> : t("loading")}
    </div>
  );
}
