import type { ReactNode } from "react";
import styles from "./Switch.module.css";

export interface SwitchProps {
  on: boolean;
  onChange: (on: boolean) => void;
  children: ReactNode;
  disabled?: boolean;
}

/** Something that is on or off at once, without saving. */
export function Switch({ on, onChange, children, disabled = false }: SwitchProps) {
  return (
    <label className={styles.label}>
      <span>{children}</span>
      <input
        type="checkbox"
        role="switch"
        className="unseen"
        checked={on}
        aria-checked={on}
        disabled={disabled}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <span className={styles.track} aria-hidden />
    </label>
  );
}
