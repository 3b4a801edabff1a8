import type { Ref, TextareaHTMLAttributes } from "react";
import { cx } from "../cx.ts";
import { Field, type FieldProps } from "./Field.tsx";
import styles from "./Field.module.css";

type Native = Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, "onChange" | "value" | "className">;

export interface LongTextFieldProps extends FieldProps, Native {
  value: string;
  onChange: (value: string) => void;
  ref?: Ref<HTMLTextAreaElement>;
}

/** Several lines of text. */
export function LongTextField(props: LongTextFieldProps) {
  const { label, hint, wrong, good, labelUnseen, className, value, onChange, ref, ...native } = props;
  const field = { label, hint, wrong, good, ...(labelUnseen === undefined ? {} : { labelUnseen }) };
  return (
    <Field {...field} {...(className === undefined ? {} : { className })}>
      {(ids) => (
        <span className={cx(styles.frame, styles.long)} data-wrong={wrong === undefined ? undefined : true}>
          <textarea
            {...native}
            {...ids}
            ref={ref}
            value={value}
            className={styles.control}
            onChange={(event) => onChange(event.currentTarget.value)}
          />
        </span>
      )}
    </Field>
  );
}
