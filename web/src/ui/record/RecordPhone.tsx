import { useState } from "react";
import { useTranslation } from "react-i18next";
import { cx } from "../cx.ts";
import { Crumbs } from "../list/PageHead.tsx";
import { PhoneFoot } from "./PhoneFoot.tsx";
import type { RecordLayoutProps } from "./record-types.ts";
import styles from "./RecordPhone.module.css";

type Part = "centre" | "facts" | "rail";

/** A record on a phone: clock above, tabs, the acts fixed in the lower third where the thumb is. */
export function RecordPhone(props: RecordLayoutProps) {
  const { crumbs, neighbours, name, beside, line, phoneActs, phoneMenu, phoneTabs, phoneFirst } = props;
  const [part, setPart] = useState<Part>("centre");
  const { t } = useTranslation("ui");
  const parts: Part[] = props.rail === undefined ? ["centre", "facts"] : ["centre", "facts", "rail"];
  return (
    <div className={styles.record}>
      <div className={styles.where}>
        <Crumbs crumbs={crumbs} />
        {neighbours === undefined ? null : (
          <span className="ink3">
            {neighbours.at} / {neighbours.of}
          </span>
        )}
        <span className={styles.menu}>{phoneMenu}</span>
      </div>
      <header className={styles.head}>
        <div className={styles.nameRow}>
          <h1 className={styles.name} dir="auto">
            {name}
          </h1>
          <span className={styles.beside}>{beside}</span>
        </div>
        {line === undefined ? null : <div className={styles.line}>{line}</div>}
      </header>
      <div role="tablist" aria-label={t("partsOfRecord")} className={styles.tabs}>
        {parts.map((each) => (
          <button
            key={each}
            type="button"
            role="tab"
            aria-selected={each === part}
            className={cx(styles.tab, each === part && styles.on)}
            onClick={() => setPart(each)}
          >
            {phoneTabs[each]}
          </button>
        ))}
      </div>
      <div role="tabpanel" aria-label={phoneTabs[part]} className={styles.part}>
        {part === "centre" ? (
          <>
            {phoneFirst}
            {props.children}
          </>
        ) : null}
        {part === "facts" ? props.facts : null}
        {part === "rail" ? <div className={styles.rail}>{props.rail}</div> : null}
      </div>
      {phoneActs === undefined ? null : <PhoneFoot>{phoneActs}</PhoneFoot>}
    </div>
  );
}
