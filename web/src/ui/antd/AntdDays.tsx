import DatePicker from "antd/es/date-picker";
import dayjs from "dayjs";
import { AntdScope } from "./AntdScope.tsx";

/** As forms and exports write a day. */
const DAY_FORMAT = "YYYY-MM-DD";

interface SharedProps {
  id: string;
  "aria-describedby": string | undefined;
  isLarge: boolean;
  isWrong: boolean;
  disabled: boolean;
}

export interface AntdDayProps extends SharedProps {
  value: string | undefined;
  onChange: (day: string | undefined) => void;
  placeholder: string | undefined;
  opens: boolean;
  from: string | undefined;
  to: string | undefined;
}

export interface AntdDayRangeProps extends SharedProps {
  value: readonly [string, string] | undefined;
  onChange: (days: [string, string] | undefined) => void;
}

const shared = (props: SharedProps) => ({
  "aria-describedby": props["aria-describedby"] ?? "",
  size: props.isLarge ? ("large" as const) : ("middle" as const),
  style: { width: "100%" },
  disabled: props.disabled,
  ...(props.isWrong ? { status: "error" as const } : {}),
});

/** Ant Design's calendar for one day; days are `2025-11-21`, in and out. */
export function AntdDay(props: AntdDayProps) {
  const { id, value, onChange, placeholder, opens, from, to } = props;
  return (
    <AntdScope>
      <DatePicker
        id={id}
        {...shared(props)}
        {...(placeholder === undefined ? {} : { placeholder })}
        {...(opens ? { defaultOpen: true, autoFocus: true } : {})}
        value={value === undefined ? null : dayjs(value, DAY_FORMAT)}
        {...(from === undefined ? {} : { minDate: dayjs(from) })}
        {...(to === undefined ? {} : { maxDate: dayjs(to) })}
        onChange={(day) => onChange(day ? dayjs(day).format(DAY_FORMAT) : undefined)}
      />
    </AntdScope>
  );
}

/** Ant Design's calendar for a first and a last day, both included. */
export function AntdDayRange(props: AntdDayRangeProps) {
  const { id, value, onChange } = props;
  return (
    <AntdScope>
      <DatePicker.RangePicker
        id={id}
        {...shared(props)}
        value={value === undefined ? null : [dayjs(value[0]), dayjs(value[1])]}
        onChange={(days) => {
          const [first, last] = days ?? [];
          onChange(first && last ? [first.format(DAY_FORMAT), last.format(DAY_FORMAT)] : undefined);
        }}
      />
    </AntdScope>
  );
}
