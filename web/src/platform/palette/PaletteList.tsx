import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Kbd } from "../../ui/controls/Kbd.tsx";
import { cx } from "../../ui/cx.ts";
import { Icon } from "../../ui/Icon.tsx";
import styles from "./CommandPalette.module.css";
import type { PaletteEntry, PaletteGroup } from "./palette-types.ts";

interface PaletteListProps {
  id: string;
  groups: readonly PaletteGroup[];
  current: PaletteEntry | undefined;
  onPoint: (entry: PaletteEntry) => void;
  onTake: (entry: PaletteEntry, inNewTab?: boolean) => void;
}

/** What was found, by group. The text box keeps the focus; the list only shows which entry Enter would take. */
export function PaletteList({ id, groups, current, onPoint, onTake }: PaletteListProps) {
  const { t } = useTranslation("shell");
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (current === undefined) return;
    list.current?.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest" });
  }, [current]);
  return (
    // A native list cannot show marks, signs and keys in its options.
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
    <div ref={list} id={id} role="listbox" aria-label={t("paletteFound")} tabIndex={-1} className={styles.list}>
      {groups.map((group) => (
        // A list box groups its options by role alone.
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
        <div key={group.id} role="group" aria-label={group.words}>
          <div className={styles.group} aria-hidden>
            {group.words}
          </div>
          {group.entries.map((entry) => (
            <Entry
              key={entry.id}
              id={`${id}-${entry.id}`}
              entry={entry}
              isCurrent={entry === current}
              onPoint={() => onPoint(entry)}
              onTake={(inNewTab) => onTake(entry, inNewTab)}
            />
          ))}
        </div>
      ))}
    </div>
  );
}

interface EntryProps {
  id: string;
  entry: PaletteEntry;
  isCurrent: boolean;
  onPoint: () => void;
  onTake: (inNewTab: boolean) => void;
}

function Entry({ id, entry, isCurrent, onPoint, onTake }: EntryProps) {
  const { t } = useTranslation("shell");
  return (
    // Keys are heard by the text box, which keeps the focus (combobox pattern).
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      id={id}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
      role="option"
      tabIndex={-1}
      aria-selected={isCurrent}
      className={cx(styles.entry, isCurrent && styles.current)}
      onPointerMove={onPoint}
      onClick={(event) => onTake(event.metaKey || event.ctrlKey)}
    >
      <Icon of={entry.icon} />
      <span className={styles.title}>
        {typeof entry.title === "string"
          ? entry.title
          : entry.title.map((segment, at) =>
              segment.hit ? <mark key={at}>{segment.text}</mark> : <span key={at}>{segment.text}</span>,
            )}
      </span>
      <span className={styles.meta}>{entry.meta}</span>
      <span className={styles.side}>
        {entry.side}
        {entry.keys === undefined ? null : <Kbd keys={entry.keys} />}
        {isCurrent && entry.href !== undefined && entry.side === undefined ? (
          <span className={styles.open}>
            {t("paletteOpen")} <Kbd keys="enter" />
          </span>
        ) : null}
      </span>
    </div>
  );
}
