import type { ReactNode } from "react";
import { useFormat } from "../../platform/format/useFormat.ts";
import { Figure } from "../../ui/signs/Figure.tsx";
import styles from "./FigureRow.module.css";

export interface FigureOf {
  id: string;
  head: string;
  value: number;
  line?: ReactNode;
  href?: string;
}

/** The few figures an import is about, beside each other. */
export function FigureRow({ figures }: { figures: readonly FigureOf[] }) {
  const format = useFormat();
  return (
    <dl className={styles.figures}>
      {figures.map(({ id, head, value, line, href }) => (
        <div key={id} className={styles.figure}>
          <dt className="t13">{head}</dt>
          <dd className="t26 b">
            <Figure zero={value === 0} {...(href === undefined ? {} : { href })}>
              {format.count(value)}
            </Figure>
          </dd>
          <dd className="t12 ink3">{line}</dd>
        </div>
      ))}
    </dl>
  );
}
