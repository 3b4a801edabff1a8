import { externalValue } from "../hooks/external-value.ts";
import { storedText } from "../hooks/stored-text.ts";
import { keysOf, onMac } from "./keys.ts";
import { shortcutRegistry } from "./shortcut-registry.ts";

/** The shortcuts of this window. */
export const shortcuts = shortcutRegistry();

/** Whether single letters act. People who dictate to their computer switch this off in the list of keys. */
export const bareKeys = externalValue<boolean>(true);

const KEY = "bare-keys";

export function allowBareKeys(allowed: boolean): void {
  bareKeys.set(allowed);
  storedText.write(KEY, allowed ? null : "off");
}

const TYPED_INTO =
  "input:not([type=checkbox]):not([type=radio]):not([type=button]), textarea, select, [contenteditable=true]";

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest(TYPED_INTO) !== null;

/** An input method that is composing (pinyin …) owns the keyboard; 229 is what old engines report for it. */
const isComposing = (event: KeyboardEvent): boolean => event.isComposing || event.keyCode === 229;

/** Pressed on a control that reacts to the key itself: it must not act twice. */
function belongsToControl(event: KeyboardEvent): boolean {
  if (event.key !== "Enter" && event.key !== " ") return false;
  return event.target instanceof Element && event.target.closest("a[href], button, summary, [role=menuitem]") !== null;
}

function onKeyDown(event: KeyboardEvent): void {
  if (event.defaultPrevented || isComposing(event) || belongsToControl(event)) return;
  const keys = keysOf(event, onMac());
  if (keys === undefined) return;
  const shortcut = shortcuts.find(keys, { typing: isTyping(event.target), bareAllowed: bareKeys.get() });
  if (shortcut === undefined) return;
  event.preventDefault();
  shortcut.run();
}

/** Begins to listen; called once at start. */
export function startKeyboard(): void {
  bareKeys.set(storedText.read(KEY) !== "off");
  document.addEventListener("keydown", onKeyDown);
}
