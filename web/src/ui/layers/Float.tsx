import { useEffect, useLayoutEffect, useRef, type ReactNode, type RefObject } from "react";
import { cx } from "../cx.ts";
import { LayerContext, useLayer } from "../keyboard/useShortcut.ts";
import styles from "./Float.module.css";
import { placeLayer, type Align, type Side } from "./place-layer.ts";

const GAP_PX = 4;
const EDGE_PX = 8;
const FOCUSABLE =
  "[autofocus], a[href], button:not(:disabled, [aria-disabled=true]), input:not(:disabled), textarea, select, [tabindex='0']";

/** How somebody left it. */
export type Dismissal = "escape" | "elsewhere";

export interface FloatProps {
  anchor: RefObject<HTMLElement | null>;
  onClose: (by: Dismissal) => void;
  children: ReactNode;
  side?: Side;
  align?: Align;
  /** Covers what it hangs at instead of standing beside it. */
  over?: boolean;
  role?: "dialog" | "menu" | "listbox";
  /** Its name, when nothing in it is its title. */
  label?: string | undefined;
  /** Moves the focus inside when it opens; a list below a text box leaves it where it is. */
  takesFocus?: boolean;
  className?: string | undefined;
  id?: string;
}

/** Open floats, newest last: Escape closes only the newest. */
const open: symbol[] = [];

/** What hangs at a button: in the browser's top layer, so no scrolling box cuts it off and dialogs do not cover it. */
export function Float(props: FloatProps) {
  const {
    anchor,
    onClose,
    children,
    side = "below",
    align = "start",
    role = "dialog",
    label,
    takesFocus = true,
    over = false,
  } = props;
  const box = useRef<HTMLDivElement>(null);
  const layer = useLayer();
  useBesideAnchor(box, anchor, side, align, over);
  useDismissal(box, anchor, onClose);
  useEffect(() => {
    if (!takesFocus) return;
    (box.current?.querySelector<HTMLElement>(FOCUSABLE) ?? box.current)?.focus({ preventScroll: true });
  }, [takesFocus]);
  return (
    // What is pressed here is not meant for the row or card the float hangs in.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions, jsx-a11y/click-events-have-key-events
    <div
      ref={box}
      id={props.id}
      popover="manual"
      role={role}
      aria-label={label}
      tabIndex={-1}
      className={cx(styles.float, props.className)}
      onClick={(event) => event.stopPropagation()}
    >
      <LayerContext value={layer}>{children}</LayerContext>
    </div>
  );
}

function useBesideAnchor(
  box: RefObject<HTMLDivElement | null>,
  anchor: RefObject<HTMLElement | null>,
  side: Side,
  align: Align,
  over: boolean,
): void {
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return undefined;
    element.showPopover();
    const place = () => {
      if (anchor.current !== null) moveBeside(element, anchor.current, side, align, over);
    };
    place();
    const sizes = new ResizeObserver(place);
    sizes.observe(element);
    window.addEventListener("resize", place);
    window.addEventListener("scroll", place, { capture: true, passive: true });
    return () => {
      sizes.disconnect();
      window.removeEventListener("resize", place);
      window.removeEventListener("scroll", place, { capture: true });
    };
  }, [box, anchor, side, align, over]);
}

function moveBeside(element: HTMLElement, anchor: HTMLElement, side: Side, align: Align, over: boolean): void {
  element.style.maxHeight = "";
  const size = { width: element.offsetWidth, height: element.offsetHeight };
  const room = { width: window.innerWidth, height: window.innerHeight };
  const box = anchor.getBoundingClientRect();
  const gap = over ? -box.height : GAP_PX;
  const placed = placeLayer(box, size, room, { side, align, gap, edge: EDGE_PX });
  element.style.left = `${placed.x}px`;
  element.style.top = `${placed.y}px`;
  element.style.maxHeight = `${placed.maxHeight}px`;
}

/** Escape and a press elsewhere close it; the focus goes back to where it came from. */
function useDismissal(
  box: RefObject<HTMLDivElement | null>,
  anchor: RefObject<HTMLElement | null>,
  onClose: (by: Dismissal) => void,
): void {
  const close = useRef(onClose);
  useEffect(() => {
    close.current = onClose;
  });
  useEffect(() => {
    const element = box.current;
    const opener = anchor.current;
    const self = Symbol("float");
    open.push(self);
    const onPointerDown = (event: PointerEvent) => {
      const target = event.target as Node;
      if (!element?.contains(target) && !opener?.contains(target)) close.current("elsewhere");
    };
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || event.isComposing || open.at(-1) !== self) return;
      event.preventDefault();
      event.stopPropagation();
      close.current("escape");
    };
    document.addEventListener("pointerdown", onPointerDown, true);
    document.addEventListener("keydown", onKeyDown, true);
    return () => {
      open.splice(open.indexOf(self), 1);
      document.removeEventListener("pointerdown", onPointerDown, true);
      document.removeEventListener("keydown", onKeyDown, true);
      const focused = document.activeElement;
      if (focused === document.body || element?.contains(focused)) {
        (opener?.querySelector<HTMLElement>(FOCUSABLE) ?? opener)?.focus({ preventScroll: true });
      }
    };
  }, [box, anchor]);
}
