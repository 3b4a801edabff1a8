import { useId, type ReactNode } from "react";
import styles from "./Segmented.module.css";

export interface SegmentedProps<V extends string> {
  options: readonly { value: V; words: ReactNode }[];
  value: V;
  onChange: (value: V) => void;
  /** What is chosen here, for screen readers. */
  label: string;
}

/** A choice among two to four that all fit beside each other. */
export function Segmented<V extends string>({ options, value, onChange, label }: SegmentedProps<V>) {
  const name = useId();
  return (
    <div role="radiogroup" aria-label={label} className={styles.track}>
      {options.map((option) => (
        <label key={option.value} className={styles.option}>
          <input
            type="radio"
            name={name}
            className="unseen"
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          <span className={styles.words}>{option.words}</span>
        </label>
      ))}
    </div>
  );
}
