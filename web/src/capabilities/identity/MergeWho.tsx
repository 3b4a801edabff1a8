import type { Account } from "@tongzhou/contract/accounts";
import type { ContactRow } from "@tongzhou/contract/contacts";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../platform/format/useFormat.ts";
import { useRegions } from "../../platform/regions/useRegions.ts";
import styles from "./MergeChoices.module.css";

export interface MergeWhoProps {
  record: ContactRow | Account;
  /** What becomes of it. */
  note: string;
}

/** One side of a merge: its name and by what it is told from others. */
export function MergeWho({ record, note }: MergeWhoProps) {
  const { t } = useTranslation("identity");
  const lines = useLines(record);
  return (
    <div className={styles.who}>
      <span className="t12 ink3">{note}</span>
      <b className={styles.text}>{record.name ?? t("nameless")}</b>
      {lines.map((line) => (
        <span key={line} className="t13 ink2 ell" title={line}>
          {line}
        </span>
      ))}
    </div>
  );
}

function useLines(record: ContactRow | Account): string[] {
  const { t } = useTranslation("identity");
  const format = useFormat();
  const regions = useRegions();
  if ("identifiers" in record) {
    const reached = record.identifiers
      .filter(({ kind }) => kind === "phone" || kind === "email")
      .map(({ kind, value, visibility }) =>
        kind === "phone" && visibility !== "masked" ? format.phone(value) : value,
      );
    return [...(record.account === null ? [] : [record.account.name]), ...reached];
  }
  const { creditCode, regionCode, parentName } = record;
  return [
    ...(creditCode === null ? [] : [t("account.code", { code: creditCode })]),
    ...(regionCode === null ? [] : [regions.name(regionCode)]),
    ...(parentName === null ? [] : [t("account.parent", { name: parentName })]),
  ];
}
