import type { LucideIcon } from "lucide-react";
import { useRef, useState, type KeyboardEvent, type ReactNode, type RefObject } from "react";
import { Kbd } from "../controls/Kbd.tsx";
import { cx } from "../cx.ts";
import { usePhone } from "../hooks/useMedia.ts";
import { Icon } from "../Icon.tsx";
import { Anchor } from "../navigation/Anchor.tsx";
import { Dialog } from "./Dialog.tsx";
import { Float } from "./Float.tsx";
import styles from "./Menu.module.css";
import type { Align, Side } from "./place-layer.ts";

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

export interface MenuOpenerProps {
  onClick: () => void;
  "aria-expanded": boolean;
  "aria-haspopup": "menu";
}

export interface MenuProps {
  renderOpener: (props: MenuOpenerProps, isOpen: boolean) => ReactNode;
  items: readonly MenuItem[];
  /** What it is a menu of; the title of the sheet on a phone. */
  label: string;
  side?: Side;
  align?: Align;
}

/** The acts that did not fit on the page. On a phone they come from below. */
export function Menu({ renderOpener, items, label, side = "below", align = "end" }: MenuProps) {
  const [isOpen, setOpen] = useState(false);
  const anchor = useRef<HTMLSpanElement>(null);
  const isPhone = usePhone();
  const close = () => setOpen(false);
  const list = <MenuList items={items} label={label} onDone={close} />;
  return (
    <>
      <span ref={anchor as RefObject<HTMLSpanElement>} className={styles.anchor}>
        {renderOpener({ onClick: () => setOpen(!isOpen), "aria-expanded": isOpen, "aria-haspopup": "menu" }, isOpen)}
      </span>
      {isOpen && isPhone ? (
        <Dialog look="sheet" title={label} onClose={close}>
          {list}
        </Dialog>
      ) : null}
      {isOpen && !isPhone ? (
        <Float anchor={anchor} onClose={close} label={label} side={side} align={align}>
          {list}
        </Float>
      ) : null}
    </>
  );
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

function MenuList({ items, label, onDone }: { items: readonly MenuItem[]; label: string; onDone: () => void }) {
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
