import { Check, Minus } from "lucide-react";
import { useEffect, useRef, type InputHTMLAttributes, type ReactNode } from "react";
import { cx } from "../cx.ts";
import { Icon } from "../Icon.tsx";
import styles from "./Checkbox.module.css";

export interface CheckboxProps extends Omit<InputHTMLAttributes<HTMLInputElement>, "type" | "onChange"> {
  onChange: (checked: boolean) => void;
  /** Some, but not all. */
  some?: boolean;
  /** A round one ticks off a task. */
  round?: boolean;
  /** The words beside it; without them `aria-label` names it. */
  children?: ReactNode;
}

/** A box to tick. */
export function Checkbox({ onChange, some = false, round = false, children, className, ...rest }: CheckboxProps) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (input.current) input.current.indeterminate = some;
  }, [some]);
  return (
    <label className={cx(styles.label, round && styles.round, className)}>
      <input
        {...rest}
        ref={input}
        type="checkbox"
        className={styles.input}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <span className={styles.box} aria-hidden>
        <Icon of={some ? Minus : Check} size={12} />
      </span>
      {children === undefined ? null : <span>{children}</span>}
    </label>
  );
}
