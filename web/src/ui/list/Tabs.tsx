import { useEffect, useRef, type ReactNode } from "react";
import { cx } from "../cx.ts";
import { Anchor } from "../navigation/Anchor.tsx";
import styles from "./Tabs.module.css";

export interface Tab {
  id: string;
  words: string;
  /** Already formatted; “约” and all. */
  count?: ReactNode;
  href: string;
}

export interface TabsProps {
  tabs: readonly Tab[];
  current: string;
  /** What the tabs choose between, for screen readers. */
  label: string;
  /** After the last tab: the button that adds one. */
  end?: ReactNode;
  /** At the right edge of the row. */
  aside?: ReactNode;
}

/** Views of one thing, each with its own address and, where it stands for records, its count. */
export function Tabs({ tabs, current, label, end, aside }: TabsProps) {
  const row = useRef<HTMLElement>(null);
  useEffect(() => {
    row.current
      ?.querySelector(`[data-tab="${CSS.escape(current)}"]`)
      ?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [current]);
  return (
    <nav ref={row} className={styles.tabs} aria-label={label}>
      {tabs.map((tab) => (
        <Anchor
          key={tab.id}
          href={tab.href}
          data-tab={tab.id}
          className={cx(styles.tab, tab.id === current && styles.on)}
          aria-current={tab.id === current ? "page" : undefined}
        >
          {/* The bold copy keeps the width, so that choosing a tab moves nothing. */}
          <span className={styles.words} data-words={tab.words}>
            <span>{tab.words}</span>
          </span>
          {tab.count === undefined ? null : <small>{tab.count}</small>}
        </Anchor>
      ))}
      {end}
      {aside === undefined ? null : <span className={styles.aside}>{aside}</span>}
    </nav>
  );
}
