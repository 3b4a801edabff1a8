import { useRef, useState, type ReactNode, type RefObject } from "react";
import { usePhone } from "../hooks/useMedia.ts";
import { Dialog } from "./Dialog.tsx";
import { Float } from "./Float.tsx";
import styles from "./Menu.module.css";
import { MenuList, type MenuItem } from "./MenuList.tsx";
import type { Align, Side } from "./place-layer.ts";

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
