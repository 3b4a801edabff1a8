import type { ReactNode } from "react";
import styles from "./Why.module.css";

export interface WhyLine {
  /** What the line counts, signed; right-aligned so that the lines can be added up by eye. */
  worth: ReactNode;
  words: ReactNode;
  /** How long it holds, where it came from. */
  note?: ReactNode;
}

export interface WhyGroup {
  head: ReactNode;
  /** The sum of the lines and the threshold it met. */
  sum?: ReactNode;
  lines: readonly WhyLine[];
}

export interface WhyProps {
  title: ReactNode;
  /** One sentence, actor or rule first, then facts. */
  sentence: ReactNode;
  /** A small picture at the right of the sentence. */
  picture?: ReactNode;
  groups?: readonly WhyGroup[];
  /** When it was worked out. */
  when?: ReactNode;
  /** The door to the records, and a way to object. */
  doors?: ReactNode;
}

/** The pattern of every "why": a sentence, the lines that add up, when, and the door to the records. Goes inside a `Popover`. */
export function Why({ title, sentence, picture, groups = [], when, doors }: WhyProps) {
  return (
    <div className={styles.why}>
      <div className={styles.top}>
        <div className="grow">
          <h3 className={styles.title}>{title}</h3>
          <p className="t13 ink2">{sentence}</p>
        </div>
        {picture}
      </div>
      {groups.map((group, at) => (
        <section key={at}>
          <h4 className={styles.head}>
            {group.head} <span className="ink3 n">{group.sum}</span>
          </h4>
          <ul>
            {group.lines.map((line, lineAt) => (
              <li key={lineAt} className={styles.line}>
                <b className={styles.worth}>{line.worth}</b>
                <span className={`grow ${styles.words}`}>{line.words}</span>
                {line.note === undefined ? null : <span className="t12 ink3 nw">{line.note}</span>}
              </li>
            ))}
          </ul>
        </section>
      ))}
      {when === undefined && doors === undefined ? null : (
        <footer className={styles.foot}>
          <span className="grow ink3">{when}</span>
          {doors}
        </footer>
      )}
    </div>
  );
}
