import { lazy, Suspense, type ReactNode } from "react";
import { usePhone } from "../hooks/useMedia.ts";
import { Field, type FieldProps } from "./Field.tsx";
import styles from "./Field.module.css";

/** The library of the choice weighs a quarter of the first page; a page that shows no choice does not fetch it. */
const AntdSelect = lazy(() => import("../antd/AntdSelect.tsx"));

export interface SelectOption<V extends string = string> {
  value: V;
  /** What is searched and read aloud. */
  words: string;
  /** How the row is drawn, when words alone are not enough. */
  shown?: ReactNode;
  whyOff?: string;
}

interface SharedProps<V extends string> extends FieldProps {
  options: readonly SelectOption<V>[];
  placeholder?: string;
  disabled?: boolean;
  /** Called while typing when the options come from the server; without it the given options are searched. */
  onSearch?: (typed: string) => void;
  loading?: boolean;
  size?: "small" | "middle" | "tall";
  /** The list is open from the beginning and has the keyboard. */
  opens?: boolean;
  /** What stands in the list when nothing fits. */
  none?: ReactNode;
}

export interface SelectFieldProps<V extends string> extends SharedProps<V> {
  value: V | undefined;
  onChange: (value: V | undefined) => void;
  /** Whether it may be emptied. */
  clearable?: boolean;
}

export interface ManySelectFieldProps<V extends string> extends SharedProps<V> {
  values: readonly V[];
  onChange: (values: V[]) => void;
}

/** As the other fields; Ant Design would derive the height from the type size. */
const HEIGHTS_PX = { small: 28, middle: 32, tall: 36 } as const;
const PHONE_PX = 44;

/** What both kinds hand to Ant Design. */
function antdProps<V extends string>(props: SharedProps<V>, isPhone: boolean) {
  return {
    options: props.options.map((option) => ({
      value: option.value,
      label: option.shown ?? option.words,
      title: option.words,
      disabled: option.whyOff !== undefined,
    })),
    placeholder: props.placeholder,
    disabled: props.disabled ?? false,
    loading: props.loading ?? false,
    ...(props.opens === true ? { defaultOpen: true, autoFocus: true } : {}),
    ...(props.none === undefined ? {} : { notFoundContent: props.none }),
    ...(props.wrong === undefined ? {} : { status: "error" as const }),
    popupMatchSelectWidth: false,
    showSearch: {
      optionFilterProp: "title",
      ...(props.onSearch === undefined ? {} : { onSearch: props.onSearch, filterOption: false }),
    },
    style: { width: "100%", minHeight: `${isPhone ? PHONE_PX : HEIGHTS_PX[props.size ?? "middle"]}px` },
  };
}

const fieldOf = ({ label, hint, wrong, good, labelUnseen, className }: FieldProps): FieldProps => ({
  label,
  hint,
  wrong,
  good,
  ...(labelUnseen === undefined ? {} : { labelUnseen }),
  ...(className === undefined ? {} : { className }),
});

/** The frame of the field while Ant Design is on its way. */
const awaited = <span className={styles.frame} />;

/** One of many: searched while typing. */
export function SelectField<V extends string>(props: SelectFieldProps<V>) {
  const isPhone = usePhone();
  return (
    <Field {...fieldOf(props)}>
      {(ids) => (
        <Suspense fallback={awaited}>
          <AntdSelect
            {...antdProps(props, isPhone)}
            {...ids}
            {...(props.value === undefined ? {} : { value: props.value })}
            allowClear={props.clearable ?? false}
            onChange={(value) => props.onChange(value as V | undefined)}
          />
        </Suspense>
      )}
    </Field>
  );
}

/** Several of many. */
export function ManySelectField<V extends string>(props: ManySelectFieldProps<V>) {
  const isPhone = usePhone();
  return (
    <Field {...fieldOf(props)}>
      {(ids) => (
        <Suspense fallback={awaited}>
          <AntdSelect
            {...antdProps(props, isPhone)}
            {...ids}
            mode="multiple"
            maxTagCount="responsive"
            value={[...props.values]}
            onChange={(values) => props.onChange(values as V[])}
          />
        </Suspense>
      )}
    </Field>
  );
}
