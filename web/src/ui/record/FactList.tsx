import type { ReactNode } from "react";
import type { Fact } from "./fact-types.ts";
import { FactRow } from "./FactRow.tsx";
import styles from "./FactList.module.css";

export interface FactListProps {
  title: ReactNode;
  /** After the title, in grey. */
  note?: ReactNode;
  facts: readonly Fact[];
  /** px of the labels' column. */
  labelWidth?: number;
}

/** Facts with their labels, edited where they stand. */
export function FactList({ title, note, facts, labelWidth = 64 }: FactListProps) {
  return (
    <section className={styles.list}>
      <h2 className={styles.title}>
        {title} {note === undefined ? null : <span className="n ink3">{note}</span>}
      </h2>
      <dl className={styles.facts} style={{ "--label": `${labelWidth}px` } as React.CSSProperties}>
        {facts.map((fact) => (
          <FactRow key={fact.id} fact={fact} />
        ))}
      </dl>
    </section>
  );
}
