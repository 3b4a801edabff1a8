import { lazy, Suspense } from "react";
import { usePhone } from "../hooks/useMedia.ts";
import { Field, type FieldProps } from "./Field.tsx";
import styles from "./Field.module.css";

/** The calendar is a large part of the library; a page that shows none does not fetch it. */
const days = () => import("../antd/AntdDays.tsx");
const AntdDay = lazy(async () => ({ default: (await days()).AntdDay }));
const AntdDayRange = lazy(async () => ({ default: (await days()).AntdDayRange }));

/** A calendar day, `2025-11-21`: no time, no time zone. */
export type Day = string;

export interface DateFieldProps extends FieldProps {
  value: Day | undefined;
  onChange: (value: Day | undefined) => void;
  placeholder?: string;
  disabled?: boolean;
  /** The calendar is open from the beginning and has the keyboard. */
  opens?: boolean;
  /** First and last day that may be chosen, both included. */
  from?: Day;
  to?: Day;
}

export interface DateRangeFieldProps extends FieldProps {
  value: readonly [Day, Day] | undefined;
  onChange: (value: [Day, Day] | undefined) => void;
  disabled?: boolean;
}

/** The frame of the field while the calendar is on its way. */
const awaited = <span className={styles.frame} />;

/** One day, written as forms and exports write it. */
export function DateField(props: DateFieldProps) {
  const { value, onChange, placeholder, disabled = false, opens = false, from, to, ...field } = props;
  const isLarge = usePhone();
  const isWrong = field.wrong !== undefined;
  return (
    <Field {...field}>
      {(ids) => (
        <Suspense fallback={awaited}>
          <AntdDay
            id={ids.id}
            aria-describedby={ids["aria-describedby"]}
            {...{ value, onChange, placeholder, disabled, opens, from, to, isLarge, isWrong }}
          />
        </Suspense>
      )}
    </Field>
  );
}

/** From one day to another, both included. */
export function DateRangeField({ value, onChange, disabled = false, ...field }: DateRangeFieldProps) {
  const isLarge = usePhone();
  const isWrong = field.wrong !== undefined;
  return (
    <Field {...field}>
      {(ids) => (
        <Suspense fallback={awaited}>
          <AntdDayRange
            id={ids.id}
            aria-describedby={ids["aria-describedby"]}
            {...{ value, onChange, disabled, isLarge, isWrong }}
          />
        </Suspense>
      )}
    </Field>
  );
}
