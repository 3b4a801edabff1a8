import type { LucideIcon } from "lucide-react";
import { useRef, type ButtonHTMLAttributes, type ReactNode, type Ref } from "react";
import { cx } from "../cx.ts";
import { Icon } from "../Icon.tsx";
import { ariaKeys, onMac } from "../keyboard/keys.ts";
import { useShortcut } from "../keyboard/useShortcut.ts";
import { Anchor } from "../navigation/Anchor.tsx";
import styles from "./Button.module.css";
import { Kbd } from "./Kbd.tsx";

export interface ButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, "children"> {
  /** A verb of two to four characters; with a consequence, the consequence. Left out only with `label`. */
  children?: ReactNode;
  /** solid: the one act of the page · plain · quiet: no frame · danger: framed red · destroy: solid red, in a dialog that said what. */
  look?: "solid" | "plain" | "quiet" | "danger" | "destroy";
  /** large 44 (phone) · middle 32 · small 28 (tool rows) · tiny 24 (inside rows). */
  size?: "large" | "middle" | "small" | "tiny";
  icon?: LucideIcon | undefined;
  /** The name of a button that is only an icon. */
  label?: string | undefined;
  /** Keys that press it, drawn beside the label. */
  shortcut?: string | undefined;
  /** Under way: cannot be pressed again. */
  busy?: boolean;
  /** Why it cannot be pressed now. The button stays reachable so that the reason can be read. */
  whyOff?: string | undefined;
  /** Makes it a link that looks like a button. */
  href?: string | undefined;
  ref?: Ref<HTMLButtonElement>;
}

/** A button, or with `href` a link that looks like one. */
export function Button(props: ButtonProps) {
  const {
    children,
    look = "plain",
    size = "middle",
    icon,
    label,
    shortcut,
    busy = false,
    whyOff,
    href,
    ref,
    ...rest
  } = props;
  const own = useRef<HTMLElement | null>(null);
  const isOff = rest.disabled === true || whyOff !== undefined || busy;
  const words = () => label ?? own.current?.querySelector("[data-words]")?.textContent ?? "";
  useShortcut({ keys: shortcut, words, run: () => own.current?.click(), when: !isOff });
  const className = cx(
    styles.button,
    styles[look],
    styles[size],
    children === undefined && styles.lone,
    isOff && !busy && styles.off,
    busy && styles.busy,
    rest.className,
  );
  const inside = (
    <>
      {icon === undefined ? null : <Icon of={icon} size={iconSize(size, children === undefined)} />}
      {children === undefined ? null : (
        <span data-words className={styles.words}>
          {children}
        </span>
      )}
      {shortcut === undefined ? null : <Kbd keys={shortcut} />}
    </>
  );
  const named = {
    "aria-label": label,
    title: whyOff ?? (children === undefined ? label : rest.title),
    "aria-keyshortcuts": shortcut === undefined ? undefined : ariaKeys(shortcut, onMac()),
  };
  if (href !== undefined && !isOff) {
    return (
      <Anchor
        {...named}
        href={href}
        className={className}
        ref={(element) => {
          own.current = element;
        }}
      >
        {inside}
      </Anchor>
    );
  }
  return (
    <button
      type="button"
      {...rest}
      {...named}
      ref={(element) => {
        own.current = element;
        if (typeof ref === "function") ref(element);
        else if (ref) ref.current = element;
      }}
      className={className}
      aria-busy={busy || undefined}
      aria-disabled={whyOff !== undefined || busy || undefined}
      onClick={(event) => {
        if (isOff) event.preventDefault();
        else rest.onClick?.(event);
      }}
    >
      {inside}
    </button>
  );
}

function iconSize(size: NonNullable<ButtonProps["size"]>, isLone: boolean): number {
  if (size === "large") return isLone ? 22 : 20;
  return size === "tiny" ? 14 : 16;
}
