import type { AuditChange, AuditValue } from "@tongzhou/contract/audit";
import { ArrowRight } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Icon } from "../../ui/Icon.tsx";
import { None } from "../../ui/signs/Marks.tsx";
import { columnsWorthReading, type ChangedColumn } from "./group-changes.ts";
import { useAddedFieldChange } from "./useAddedFieldChange.ts";
import styles from "./RecordHistory.module.css";
import { useAuditWords } from "./useAuditWords.ts";
import { useValueWords } from "./useValueWords.ts";

/** A new record has many columns; the first ones tell which it is. */
const SHOWN = 5;

/** One row that was written: column by column what it was and what it became. */
export function ChangedColumns({ change, recordId }: { change: AuditChange; recordId: string }) {
  const { t } = useTranslation("audit");
  const words = useAuditWords();
  const [isWhole, setWhole] = useState(false);
  const columns = columnsWorthReading(change, recordId);
  const ofField = useAddedFieldChange(change.fieldId);
  const shown = isWhole ? columns : columns.slice(0, SHOWN);
  const currency = currencyOf(change);
  const hidden = columns.length - shown.length;
  return (
    <>
      {change.rowId === recordId || change.fieldId !== undefined ? null : (
        <div className={styles.part}>{t(`acts.${change.act}`, { what: words.object(change.table) })}</div>
      )}
      {ofField.aside(shown) === undefined ? null : <div className={styles.part}>{ofField.aside(shown)}</div>}
      {shown.length === 0 ? null : (
        <dl className={styles.columns}>
          {shown.map((column) => (
            <div key={column.column} className={styles.column}>
              <dt>{ofField.of(column.column)?.name ?? words.column(column.column)}</dt>
              <dd>
                <FromTo
                  act={change.act}
                  column={column}
                  {...(currency === undefined ? {} : { currency })}
                  own={ofField.of(column.column)?.say}
                />
              </dd>
            </div>
          ))}
        </dl>
      )}
      {hidden > 0 ? (
        <button type="button" className="link t12" onClick={() => setWhole(true)}>
          {t("moreColumns", { count: hidden })}
        </button>
      ) : null}
    </>
  );
}

const currencyOf = ({ columns }: AuditChange): string | undefined => {
  const side = columns.find(({ column }) => column === "currency");
  return side?.after?.value ?? side?.before?.value ?? undefined;
};

interface FromToProps {
  act: AuditChange["act"];
  column: ChangedColumn;
  currency?: string;
  /** How a value of a field that the company added is said. */
  own?: ((value: AuditValue, currency?: string) => string | undefined) | undefined;
}

function FromTo({ act, column: { column, before, after }, currency, own }: FromToProps) {
  const { t } = useTranslation("audit");
  const say = useValueWords();
  const one = (value: AuditValue | null) =>
    (value !== null && own?.(value, currency)) || (say(column, value, currency) ?? <None />);
  if (act !== "changed") return one(act === "removed" ? before : after);
  return (
    <>
      <span className={styles.before}>{one(before)}</span>
      <span className="unseen">{t("became")}</span>
      <Icon of={ArrowRight} size={12} />
      <span className="ink">{one(after)}</span>
    </>
  );
}
