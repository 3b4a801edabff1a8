import type { LucideIcon } from "lucide-react";
import { useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { cx } from "../cx.ts";
import { Icon } from "../Icon.tsx";
import styles from "./Timeline.module.css";

export interface TimelineEntry {
  id: string;
  /** Clock time, or the day when the group is a year. */
  time: ReactNode;
  icon: LucideIcon;
  title: ReactNode;
  /** A quotation, a reason, what was read. */
  body?: ReactNode;
  /** Right end: by which identifier it came, or who. */
  side?: ReactNode;
  /** Judged or done by the system: wears the accent tint. */
  bySystem?: boolean;
}

export interface TimelineDay {
  /** As it is read: 今天, 昨天 11月20日, 2024年. */
  words: string;
  entries: readonly TimelineEntry[];
}

/** Everything that happened, newest first, cut by day. */
export function Timeline({ days, label }: { days: readonly TimelineDay[]; label: string }) {
  return (
    <section aria-label={label} className={styles.timeline}>
      {days.map((day) => (
        <div key={day.words}>
          <h2 className={styles.day}>{day.words}</h2>
          <ol className={styles.entries}>
            {day.entries.map((entry) => (
              <li key={entry.id} className={cx(styles.entry, entry.bySystem && styles.system)}>
                <span className={styles.time}>{entry.time}</span>
                <span className={styles.sign}>
                  <Icon of={entry.icon} size={14} />
                </span>
                <div className="grow">
                  <div className={styles.title}>{entry.title}</div>
                  {entry.body === undefined ? null : <Body said={entry.body} />}
                </div>
                {entry.side === undefined ? null : <span className={styles.side}>{entry.side}</span>}
              </li>
            ))}
          </ol>
        </div>
      ))}
    </section>
  );
}

/** About as much as a reader takes in while passing; what is longer is folded, and unfolded by whoever wants it whole. */
const MOST_LETTERS = 400;
const MOST_LINES = 8;
const isLong = (said: ReactNode): boolean =>
  typeof said === "string" && (said.length > MOST_LETTERS || said.split("\n").length > MOST_LINES);

function Body({ said }: { said: ReactNode }) {
  const { t } = useTranslation("ui");
  const [isWhole, setWhole] = useState(false);
  if (!isLong(said)) return <div className={styles.body}>{said}</div>;
  return (
    <>
      <div className={cx(styles.body, !isWhole && styles.folded)}>{said}</div>
      <button
        type="button"
        className={cx("link", styles.unfold)}
        aria-expanded={isWhole}
        onClick={() => setWhole(!isWhole)}
      >
        {isWhole ? t("showLess") : t("showWhole")}
      </button>
    </>
  );
}

export interface TimelineFilter {
  id: string;
  words: string;
  count?: ReactNode;
}

export interface TimelineFiltersProps {
  filters: readonly TimelineFilter[];
  chosen: string;
  onChoose: (id: string) => void;
  label: string;
  end?: ReactNode;
}

/** Which kinds of entries are shown. */
export function TimelineFilters({ filters, chosen, onChoose, label, end }: TimelineFiltersProps) {
  return (
    <fieldset aria-label={label} className={styles.filters}>
      {filters.map((filter) => (
        <button
          key={filter.id}
          type="button"
          aria-pressed={filter.id === chosen}
          className={cx(styles.filter, filter.id === chosen && styles.chosen)}
          onClick={() => onChoose(filter.id)}
        >
          {filter.words} {filter.count}
        </button>
      ))}
      {end === undefined ? null : <span className="end t12 ink3">{end}</span>}
    </fieldset>
  );
}
