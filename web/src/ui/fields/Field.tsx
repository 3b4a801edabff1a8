import { Check, TriangleAlert } from "lucide-react";
import { useId, type ReactNode } from "react";
import { cx } from "../cx.ts";
import { Icon } from "../Icon.tsx";
import styles from "./Field.module.css";

export interface FieldProps {
  label: ReactNode;
  /** One line that helps to fill it in. */
  hint?: ReactNode;
  /** What is wrong and how to put it right; replaces the hint. */
  wrong?: ReactNode;
  /** What is already good about it; replaces the hint. */
  good?: ReactNode;
  /** The label is read, not seen. */
  labelUnseen?: boolean;
  className?: string;
}

/** Attributes of the control inside a field. */
export interface ControlIds {
  id: string;
  "aria-describedby": string | undefined;
  "aria-invalid": true | undefined;
}

/** A label, a control and one line below it. */
export function Field(props: FieldProps & { children: (ids: ControlIds) => ReactNode }) {
  const { label, hint, wrong, good, labelUnseen = false, className, children } = props;
  const id = useId();
  const noteId = `${id}-note`;
  const note = wrong ?? good ?? hint;
  const ids: ControlIds = {
    id,
    "aria-describedby": note === undefined ? undefined : noteId,
    "aria-invalid": wrong === undefined ? undefined : true,
  };
  return (
    <div className={cx(styles.field, className)}>
      <label id={`${id}-label`} htmlFor={id} className={labelUnseen ? "unseen" : styles.label}>
        {label}
      </label>
      {children(ids)}
      {note === undefined ? null : (
        <small
          id={noteId}
          className={cx(
            styles.note,
            wrong !== undefined && styles.wrong,
            wrong === undefined && good !== undefined && styles.good,
          )}
        >
          {wrong === undefined ? null : <Icon of={TriangleAlert} size={14} />}
          {wrong === undefined && good !== undefined ? <Icon of={Check} size={14} /> : null}
          <span>{note}</span>
        </small>
      )}
    </div>
  );
}
