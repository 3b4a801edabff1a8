import {
  REFERENCE_TARGETS,
  SHARED_REFERENCE_TARGETS,
  type MappedReferenceColumn,
  type ReferencePreview,
  type ReferenceTarget,
} from "@tongzhou/contract/enrichment";
import { useTranslation } from "react-i18next";
import { SelectField } from "../../ui/fields/SelectField.tsx";
import { PlainTable, type PlainColumn } from "../../ui/table/PlainTable.tsx";
import styles from "./ReferenceColumns.module.css";
import { useFactWords } from "./useFactWords.ts";

export interface ReferenceColumnsProps {
  preview: ReferencePreview;
  columns: readonly MappedReferenceColumn[];
  onChange: (columns: MappedReferenceColumn[]) => void;
}

type Column = ReferencePreview["columns"][number];

/** Which column is what, and below it what the first lines say then. */
export function ReferenceColumns({ preview, columns, onChange }: ReferenceColumnsProps) {
  const { t } = useTranslation("enrichment");
  return (
    <>
      <PlainTable<Column>
        label={t("columns")}
        rows={preview.columns}
        rowId={({ column }) => String(column)}
        columns={useColumns(columns, onChange)}
      />
      <FirstLines rows={preview.rows} />
    </>
  );
}

function useColumns(
  columns: ReferenceColumnsProps["columns"],
  onChange: ReferenceColumnsProps["onChange"],
): PlainColumn<Column>[] {
  const { t } = useTranslation("enrichment");
  const options = REFERENCE_TARGETS.map((value) => ({ value, words: t(`target.${value}`) }));
  const choose = (column: number, target: ReferenceTarget | undefined) => {
    // What only one column can say goes to the one chosen last.
    const others = columns.filter(
      (each) => each.column !== column && (target !== each.target || SHARED_REFERENCE_TARGETS.has(each.target)),
    );
    const mapped = target === undefined ? [] : [{ column, target }];
    onChange([...others, ...mapped].toSorted((a, b) => a.column - b.column));
  };
  return [
    { id: "header", head: t("columnOfFile"), cell: ({ header }) => <b>{header}</b>, wraps: true, width: 150 },
    {
      id: "samples",
      head: t("samples"),
      cell: ({ samples }) => <span className={styles.samples}>{samples.join(" · ")}</span>,
      notOnPhone: true,
    },
    {
      id: "target",
      head: t("means"),
      width: 190,
      cell: ({ column, header }) => (
        <SelectField<ReferenceTarget>
          label={t("meansOf", { header })}
          labelUnseen
          size="small"
          clearable
          placeholder={t("leftOut")}
          options={options}
          value={columns.find((each) => each.column === column)?.target}
          onChange={(target) => choose(column, target)}
        />
      ),
    },
  ];
}

function FirstLines({ rows }: Pick<ReferencePreview, "rows">) {
  const { t } = useTranslation("enrichment");
  const words = useFactWords();
  return (
    <section>
      <h3 className="t13">{t("firstLines")}</h3>
      <ul className={styles.lines}>
        {rows.map(({ line, facts, otherNames }) => {
          const { name, ...others } = facts;
          const said = Object.entries(others).map(([field, value]) => words.value(field as never, value));
          return (
            <li key={line} className="t13">
              <span className="ink3 n">{t("line", { line })}</span>{" "}
              {name === undefined && otherNames.length === 0 && facts.creditCode === undefined ? (
                <span className="amber">{t("nobodyFound")}</span>
              ) : (
                <>
                  <b>{name ?? otherNames[0] ?? facts.creditCode}</b>{" "}
                  <span className="ink2">{[...otherNames, ...said].join(" · ")}</span>
                </>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
