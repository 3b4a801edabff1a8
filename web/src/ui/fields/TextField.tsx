import type { LucideIcon } from "lucide-react";
import type { InputHTMLAttributes, ReactNode, Ref } from "react";
import { Icon } from "../Icon.tsx";
import { Field, type FieldProps } from "./Field.tsx";
import styles from "./Field.module.css";

type Native = Omit<InputHTMLAttributes<HTMLInputElement>, "onChange" | "value" | "size" | "className">;

export interface TextFieldProps extends FieldProps, Native {
  value: string;
  onChange: (value: string) => void;
  icon?: LucideIcon;
  /** Stands inside the frame, at its end. */
  end?: ReactNode;
  size?: "small" | "middle" | "tall";
  ref?: Ref<HTMLInputElement>;
}

/** One line of text. */
export function TextField(props: TextFieldProps) {
  const { label, hint, wrong, good, labelUnseen, className, value, onChange, icon, end, size, ref, ...native } = props;
  const field = { label, hint, wrong, good, ...(labelUnseen === undefined ? {} : { labelUnseen }) };
  return (
    <Field {...field} {...(className === undefined ? {} : { className })}>
      {(ids) => (
        <span
          className={styles.frame}
          data-wrong={wrong === undefined ? undefined : true}
          data-small={size === "small" ? true : undefined}
          data-tall={size === "tall" ? true : undefined}
        >
          {icon === undefined ? null : <Icon of={icon} />}
          <input
            {...native}
            {...ids}
            ref={ref}
            value={value}
            className={styles.control}
            onChange={(event) => onChange(event.currentTarget.value)}
          />
          {end}
        </span>
      )}
    </Field>
  );
}
