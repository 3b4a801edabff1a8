import type { ImportPreview, PreviewedColumn, ReadRows } from "@tongzhou/contract/imports";
import {
  CONTACT_TARGETS,
  IMPORT_TARGETS,
  SHARED_TARGETS,
  type ImportSettings,
  type ImportTarget,
} from "@tongzhou/contract/import-settings";
import { Check, CircleHelp, Minus } from "lucide-react";
import { useTranslation } from "react-i18next";
import { SelectField } from "../../ui/fields/SelectField.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { None } from "../../ui/signs/Marks.tsx";
import type { PlainColumn } from "../../ui/table/PlainTable.tsx";
import styles from "./Mapping.module.css";
import { useReadValue } from "./useReadValue.ts";

export interface MappingColumnsOf {
  preview: ImportPreview;
  settings: ImportSettings;
  rows: ReadRows | undefined;
  onTarget: (column: number, target: ImportTarget | undefined) => void;
}

/** The table of columns: what the file says, where it goes, what was understood. */
export function useMappingColumns({
  preview,
  settings,
  rows,
  onTarget,
}: MappingColumnsOf): PlainColumn<PreviewedColumn>[] {
  const { t } = useTranslation("imports");
  const readValue = useReadValue();
  const targetOf = (column: number) => settings.columns.find((each) => each.column === column)?.target;
  const isTaken = (target: ImportTarget, column: number): boolean =>
    !SHARED_TARGETS.has(target) && settings.columns.some((each) => each.target === target && each.column !== column);
  const targets = IMPORT_TARGETS.filter((target) => settings.object === "lead" || CONTACT_TARGETS.has(target));
  const first = rows?.rows[0];
  return [
    {
      id: "header",
      head: t("columnOfFile"),
      width: 150,
      wraps: true,
      cell: ({ header, column }) => (
        <b className={styles.short} title={header}>
          {header || t("columnNumber", { number: column + 1 })}
        </b>
      ),
    },
    {
      id: "sample",
      head: t("firstRow"),
      notOnPhone: true,
      cell: ({ column }) => (
        <span className={`ink2 ${styles.short}`}>{preview.rows[0]?.cells[column] || <None />}</span>
      ),
    },
    {
      id: "sign",
      head: "",
      width: 32,
      cell: ({ column, because }) => {
        const target = targetOf(column);
        if (target === undefined) return <Icon of={Minus} className="ink3" label={t("notImported")} />;
        return because === "values" || because === "part_of_header" ? (
          <Icon of={CircleHelp} className="amber" label={t(`because.${because}`)} />
        ) : (
          <Icon of={Check} className="acc" label={t(because === null ? "byYou" : `because.${because}`)} />
        );
      },
    },
    {
      id: "target",
      head: t("goesTo"),
      width: 200,
      cell: ({ column, header }) => (
        <SelectField<ImportTarget>
          size="small"
          label={t("targetOf", { header })}
          labelUnseen
          clearable
          placeholder={t("notImported")}
          options={targets.map((value) => ({
            value,
            words: t(`targets.${value}`),
            ...(isTaken(value, column) ? { whyOff: t("takenAlready") } : {}),
          }))}
          value={targetOf(column)}
          onChange={(target) => onTarget(column, target)}
        />
      ),
    },
    {
      id: "read",
      head: t("readAs"),
      cell: ({ column }) => {
        const target = targetOf(column);
        // Numbers of both kinds are read as phones.
        const readAs = target === "mobile" ? "phone" : target;
        const value = first?.values.find((each) => each.target === readAs)?.value;
        if (value === undefined || target === undefined) return <None />;
        return <span className={styles.short}>{readValue(target, value)}</span>;
      },
    },
  ];
}
