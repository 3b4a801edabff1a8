import { ChevronLeft, ChevronRight } from "lucide-react";
import type { ReactNode } from "react";
import { cx } from "../cx.ts";
import { useDocumentTitle } from "../hooks/useDocumentTitle.ts";
import { Icon } from "../Icon.tsx";
import { Anchor } from "../navigation/Anchor.tsx";
import styles from "./PageHead.module.css";

export interface Crumb {
  words: string;
  href?: string;
}

export interface PageHeadProps {
  title: ReactNode;
  /** Where it lies; on a phone the last one with an address becomes the way back. */
  crumbs?: readonly Crumb[];
  /** Stands right of the title: a switch of view, a state. */
  beside?: ReactNode;
  /** The sentence that carries the page's conclusion. */
  sentence?: ReactNode;
  /** The acts, at most one of them solid. */
  acts?: ReactNode;
  /** On a phone: the few acts that fit beside the title. Without it `acts` stand there. */
  phoneActs?: ReactNode;
}

/** The head of every page that is not a record. */
export function PageHead({ title, crumbs = [], beside, sentence, acts, phoneActs }: PageHeadProps) {
  useDocumentTitle(typeof title === "string" ? title : undefined);
  return (
    <header className={cx(styles.head, crumbs.length > 0 && styles.crumbed)}>
      <div className={styles.names}>
        <Crumbs crumbs={crumbs} />
        <div className={styles.titleRow}>
          <h1 className={styles.title}>{title}</h1>
          {beside}
        </div>
      </div>
      {sentence === undefined ? null : <p className={styles.sentence}>{sentence}</p>}
      <span className={styles.space} />
      <div className={cx(styles.acts, phoneActs !== undefined && styles.desktopOnly)}>{acts}</div>
      {phoneActs === undefined ? null : <div className={cx(styles.acts, styles.phoneOnly)}>{phoneActs}</div>}
    </header>
  );
}

/** Where a page lies; draws nothing when it lies nowhere. */
export function Crumbs({ crumbs }: { crumbs: readonly Crumb[] }) {
  const back = crumbs.findLast((crumb) => crumb.href !== undefined);
  if (crumbs.length === 0) return null;
  return (
    <>
      <nav className={styles.crumbs}>
        {crumbs.map((crumb, at) => (
          <span key={`${crumb.words}-${at}`} className="row g4">
            {at > 0 ? <Icon of={ChevronRight} size={12} /> : null}
            {crumb.href === undefined ? (
              <span className="ell">{crumb.words}</span>
            ) : (
              <Anchor className={styles.crumb} href={crumb.href}>
                {crumb.words}
              </Anchor>
            )}
          </span>
        ))}
      </nav>
      {back?.href === undefined ? null : (
        <Anchor className={styles.back} href={back.href}>
          <Icon of={ChevronLeft} size={22} />
          {back.words}
        </Anchor>
      )}
    </>
  );
}
