import type { ImportPreview, PreviewedColumn, ReadRows } from "@tongzhou/contract/imports";
import type { ImportSettings, MappedColumn } from "@tongzhou/contract/import-settings";
import { Check, CircleHelp, Minus } from "lucide-react";
import { useTranslation } from "react-i18next";
import { SelectField } from "../../ui/fields/SelectField.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { None } from "../../ui/signs/Marks.tsx";
import type { PlainColumn } from "../../ui/table/PlainTable.tsx";
import styles from "./Mapping.module.css";
import { useReadValue } from "./useReadValue.ts";
import { choiceOf, useTargetChoices, type TargetChoice } from "./useTargetChoices.ts";

export interface MappingColumnsOf {
  preview: ImportPreview;
  settings: ImportSettings;
  rows: ReadRows | undefined;
  onTarget: (column: number, choice: TargetChoice | undefined) => void;
}

const chosenFor = (mapped: MappedColumn | undefined): TargetChoice | undefined => mapped && choiceOf(mapped);

/** The table of columns: what the file says, where it goes, what was understood. */
export function useMappingColumns({
  preview,
  settings,
  rows,
  onTarget,
}: MappingColumnsOf): PlainColumn<PreviewedColumn>[] {
  const { t } = useTranslation("imports");
  const readValue = useReadValue();
  const mappedAs = (column: number) => settings.columns.find((each) => each.column === column);
  const choicesFor = useTargetChoices(settings);
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
        if (mappedAs(column) === undefined) return <Icon of={Minus} className="ink3" label={t("notImported")} />;
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
        <SelectField<TargetChoice>
          size="small"
          label={t("targetOf", { header })}
          labelUnseen
          clearable
          placeholder={t("notImported")}
          options={choicesFor(column)}
          value={chosenFor(mappedAs(column))}
          onChange={(choice) => onTarget(column, choice)}
        />
      ),
    },
    {
      id: "read",
      head: t("readAs"),
      cell: ({ column }) => {
        const mapped = mappedAs(column);
        if (mapped === undefined) return <None />;
        const { target, fieldId } = mapped;
        // Numbers of both kinds are read as phones.
        const readAs = target === "mobile" ? "phone" : target;
        const value = first?.values.find((each) => each.target === readAs && each.fieldId === fieldId)?.value;
        return value === undefined ? (
          <None />
        ) : (
          <span className={styles.short}>{readValue(target, value, fieldId)}</span>
        );
      },
    },
  ];
}
