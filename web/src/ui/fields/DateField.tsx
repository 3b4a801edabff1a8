import DatePicker from "antd/es/date-picker";
import dayjs from "dayjs";
import { Suspense } from "react";
import { AntdScope } from "../antd/AntdScope.tsx";
import { usePhone } from "../hooks/useMedia.ts";
import { Field, type FieldProps } from "./Field.tsx";
import styles from "./Field.module.css";

/** A calendar day, `2025-11-21`: no time, no time zone. */
export type Day = string;

const DAY_FORMAT = "YYYY-MM-DD";

export interface DateFieldProps extends FieldProps {
  value: Day | undefined;
  onChange: (value: Day | undefined) => void;
  placeholder?: string;
  disabled?: boolean;
  /** First and last day that may be chosen, both included. */
  from?: Day;
  to?: Day;
}

export interface DateRangeFieldProps extends FieldProps {
  value: readonly [Day, Day] | undefined;
  onChange: (value: [Day, Day] | undefined) => void;
  disabled?: boolean;
}

const awaited = <span className={styles.frame} />;

/** One day, written as forms and exports write it. */
export function DateField({ value, onChange, placeholder, disabled = false, from, to, ...field }: DateFieldProps) {
  const size = usePhone() ? "large" : "middle";
  return (
    <Field {...field}>
      {(ids) => (
        <Suspense fallback={awaited}>
          <AntdScope>
            <DatePicker
              id={ids.id}
              aria-describedby={ids["aria-describedby"] ?? ""}
              size={size}
              style={{ width: "100%" }}
              disabled={disabled}
              {...(placeholder === undefined ? {} : { placeholder })}
              {...(field.wrong === undefined ? {} : { status: "error" as const })}
              value={value === undefined ? null : dayjs(value, DAY_FORMAT)}
              {...(from === undefined ? {} : { minDate: dayjs(from) })}
              {...(to === undefined ? {} : { maxDate: dayjs(to) })}
              onChange={(day) => onChange(day ? dayjs(day).format(DAY_FORMAT) : undefined)}
            />
          </AntdScope>
        </Suspense>
      )}
    </Field>
  );
}

/** From one day to another, both included. */
export function DateRangeField({ value, onChange, disabled = false, ...field }: DateRangeFieldProps) {
  const size = usePhone() ? "large" : "middle";
  return (
    <Field {...field}>
      {(ids) => (
        <Suspense fallback={awaited}>
          <AntdScope>
            <DatePicker.RangePicker
              id={ids.id}
              size={size}
              style={{ width: "100%" }}
              disabled={disabled}
              value={value === undefined ? null : [dayjs(value[0]), dayjs(value[1])]}
              onChange={(days) => {
                const [first, last] = days ?? [];
                onChange(first && last ? [first.format(DAY_FORMAT), last.format(DAY_FORMAT)] : undefined);
              }}
            />
          </AntdScope>
        </Suspense>
      )}
    </Field>
  );
}
