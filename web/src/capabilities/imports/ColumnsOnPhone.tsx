import type { ImportPreview, PreviewedColumn } from "@tongzhou/contract/imports";
import type { ReactNode } from "react";
import type { PlainColumn } from "../../ui/table/PlainTable.tsx";
import styles from "./Mapping.module.css";

export interface ColumnsOnPhoneProps {
  label: string;
  preview: ImportPreview;
  /** As the desk's table has them. */
  columns: readonly PlainColumn<PreviewedColumn>[];
}

/** The columns of a file one below the other: what it is called and holds, and below it where it goes. */
export function ColumnsOnPhone({ label, preview, columns }: ColumnsOnPhoneProps) {
  const draw = (id: string, row: PreviewedColumn): ReactNode => columns.find((column) => column.id === id)?.cell(row);
  return (
    <ul className="list" aria-label={label}>
      {preview.columns.map((row) => (
        <li key={row.column} className={styles.column}>
          <div className="row g8">
            <span className="grow">{draw("header", row)}</span>
            {draw("sign", row)}
          </div>
          <div className="t13">{draw("sample", row)}</div>
          {draw("target", row)}
        </li>
      ))}
    </ul>
  );
}
