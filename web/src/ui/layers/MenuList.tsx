import type { LucideIcon } from "lucide-react";
import type { KeyboardEvent } from "react";
import { Kbd } from "../controls/Kbd.tsx";
import { cx } from "../cx.ts";
import { Icon } from "../Icon.tsx";
import { Anchor } from "../navigation/Anchor.tsx";
import styles from "./Menu.module.css";

export interface MenuItem {
  id: string;
  words: string;
  icon?: LucideIcon;
  /** Drawn beside it; registering the keys is the page's business. */
  keys?: string;
  danger?: boolean;
  /** Chosen among its neighbours. */
  chosen?: boolean;
  /** Why it cannot be done now. */
  whyOff?: string;
  /** A line above it. */
  apart?: boolean;
  href?: string;
  run?: () => void;
}

const STEPS: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };

function moveFocus(event: KeyboardEvent<HTMLUListElement>): void {
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>("[role=menuitem]")];
  const step = STEPS[event.key];
  const target =
    event.key === "Home"
      ? items[0]
      : event.key === "End"
        ? items.at(-1)
        : step === undefined
          ? undefined
          : items[(items.indexOf(document.activeElement as HTMLElement) + step + items.length) % items.length];
  if (target === undefined) return;
  event.preventDefault();
  target.focus();
}

/** The items themselves; arrows move among them. */
export function MenuList({ items, label, onDone }: { items: readonly MenuItem[]; label: string; onDone: () => void }) {
  return (
    <ul role="menu" aria-label={label} className={styles.menu} onKeyDown={moveFocus}>
      {items.map((item) => (
        <li key={item.id} role="none" className={cx(item.apart && styles.apart)}>
          <MenuRow item={item} onDone={onDone} />
        </li>
      ))}
    </ul>
  );
}

function MenuRow({ item, onDone }: { item: MenuItem; onDone: () => void }) {
  const className = cx(styles.item, item.danger && styles.danger, item.chosen && styles.chosen);
  const inside = (
    <>
      {item.icon === undefined ? null : <Icon of={item.icon} />}
      <span className="grow">
        {item.words}
        {item.whyOff === undefined ? null : <small className={styles.whyOff}>{item.whyOff}</small>}
      </span>
      {item.keys === undefined ? null : <Kbd keys={item.keys} />}
    </>
  );
  if (item.href !== undefined && item.whyOff === undefined) {
    return (
      <Anchor role="menuitem" href={item.href} className={className} onClick={onDone}>
        {inside}
      </Anchor>
    );
  }
  return (
    <button
      type="button"
      role="menuitem"
      className={className}
      aria-disabled={item.whyOff !== undefined || undefined}
      onClick={() => {
        if (item.whyOff !== undefined) return;
        onDone();
        item.run?.();
      }}
    >
      {inside}
    </button>
  );
}
