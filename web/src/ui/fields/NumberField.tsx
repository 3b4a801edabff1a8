import { useState } from "react";
import { TextField, type TextFieldProps } from "./TextField.tsx";

export interface NumberFieldProps extends Omit<TextFieldProps, "value" | "onChange" | "type"> {
  /** Null: there is none. */
  value: number | null;
  /** Called with every whole number that was typed; null when it was emptied. */
  onChange: (value: number | null) => void;
}

const WHOLE = /^-?\d{1,9}$/;

/** A whole number. What is typed stays as it was typed; only numbers are passed on. */
export function NumberField({ value, onChange, ...rest }: NumberFieldProps) {
  const [typed, setTyped] = useState<string>();
  const shown = typed ?? (value === null ? "" : String(value));
  return (
    <TextField
      inputMode="numeric"
      {...rest}
      value={shown}
      onChange={(text) => {
        setTyped(text);
        if (text.trim() === "") onChange(null);
        else if (WHOLE.test(text.trim())) onChange(Number(text.trim()));
      }}
      onBlur={() => setTyped(undefined)}
    />
  );
}
