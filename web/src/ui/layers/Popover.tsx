import { useId, useRef, useState, type ReactNode, type RefObject } from "react";
import { usePhone } from "../hooks/useMedia.ts";
import { Dialog } from "./Dialog.tsx";
import { Float } from "./Float.tsx";
import styles from "./Popover.module.css";
import type { Align, Side } from "./place-layer.ts";

/** Spread these on the button that opens it. */
export interface OpenerProps {
  onClick: () => void;
  "aria-expanded": boolean;
  "aria-haspopup": "dialog";
  "aria-controls": string | undefined;
}

export interface PopoverProps {
  /** The button: `renderOpener={(opener) => <Button {...opener}>…</Button>}`. */
  renderOpener: (props: OpenerProps, isOpen: boolean) => ReactNode;
  /** Its name; the title of the sheet on a phone. */
  label: string;
  children: ReactNode | ((close: () => void) => ReactNode);
  side?: Side;
  align?: Align;
  width?: number;
}

/** Something short that belongs to a button. On a phone it comes from below. */
export function Popover({ renderOpener, label, children, side = "below", align = "start", width = 320 }: PopoverProps) {
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const anchor = useRef<HTMLSpanElement>(null);
  const isPhone = usePhone();
  const close = () => setOpen(false);
  const content = typeof children === "function" ? children(close) : children;
  const openerProps: OpenerProps = {
    onClick: () => setOpen(!isOpen),
    "aria-expanded": isOpen,
    "aria-haspopup": "dialog",
    "aria-controls": isOpen ? id : undefined,
  };
  return (
    <>
      <span ref={anchor as RefObject<HTMLSpanElement>} className={styles.anchor}>
        {renderOpener(openerProps, isOpen)}
      </span>
      {isOpen && isPhone ? (
        <Dialog look="sheet" title={label} onClose={close}>
          {content}
        </Dialog>
      ) : null}
      {isOpen && !isPhone ? (
        <Float id={id} anchor={anchor} onClose={close} label={label} side={side} align={align}>
          <div className={styles.inside} style={{ width: `${width}px` }}>
            {content}
          </div>
        </Float>
      ) : null}
    </>
  );
}
