/**
 * Keys are written as in `"a"`, `"mod+k"`, `"shift+a"`, `"enter"`, `"arrowdown"`, `"?"`: modifiers in the order
 * mod, alt, shift, then the key in lower case. `mod` is ⌘ on a Mac and Ctrl elsewhere.
 */
export interface Pressed {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
}

export const onMac = (): boolean => typeof navigator !== "undefined" && /mac|iphone|ipad/i.test(navigator.userAgent);

const LETTER = /^[a-z]$/;
const NAMED = /^[a-z0-9]{2,}$/;

/** What was pressed, in the notation above; undefined while only modifiers are down. */
export function keysOf(pressed: Pressed, mac: boolean): string | undefined {
  const key = pressed.key === " " ? "space" : pressed.key.toLowerCase();
  if (["control", "meta", "alt", "shift", "process", "dead", "unidentified"].includes(key)) return undefined;
  const parts: string[] = [];
  if (mac ? pressed.metaKey : pressed.ctrlKey) parts.push("mod");
  if (mac ? pressed.ctrlKey : pressed.metaKey) parts.push("other");
  if (pressed.altKey) parts.push("alt");
  // "?" already says that shift was held; a letter or "enter" does not.
  if (pressed.shiftKey && (LETTER.test(key) || NAMED.test(key))) parts.push("shift");
  return [...parts, key].join("+");
}

const DRAWN: Record<string, string> = {
  enter: "↵",
  escape: "Esc",
  arrowup: "↑",
  arrowdown: "↓",
  arrowleft: "←",
  arrowright: "→",
  space: "␣",
  backspace: "⌫",
};

/** How the keys are drawn beside a button: `⌘K` on a Mac, `Ctrl K` elsewhere. */
export function drawnKeys(keys: string, mac: boolean): string {
  const parts = keys.split("+").map((part) => {
    if (part === "mod") return mac ? "⌘" : "Ctrl";
    if (part === "shift") return "⇧";
    if (part === "alt") return mac ? "⌥" : "Alt";
    return DRAWN[part] ?? part.toUpperCase();
  });
  return parts.join(mac || !keys.includes("mod") ? "" : " ");
}

const ARIA: Record<string, string> = { shift: "Shift", alt: "Alt", enter: "Enter", escape: "Escape" };

/** The same for `aria-keyshortcuts`. */
export function ariaKeys(keys: string, mac: boolean): string {
  return keys
    .split("+")
    .map((part) => (part === "mod" ? (mac ? "Meta" : "Control") : (ARIA[part] ?? part)))
    .join("+");
}

/** Whether the keys are a bare character, which people who dictate or cannot hold keys steady may switch off (WCAG 2.1.4). */
export function areBare(keys: string): boolean {
  return !keys.includes("mod") && !keys.includes("alt") && /^(shift\+)?.$/u.test(keys);
}
