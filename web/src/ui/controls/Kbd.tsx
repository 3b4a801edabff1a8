import { drawnKeys, onMac } from "../keyboard/keys.ts";
import styles from "./Kbd.module.css";

/** A key as it is drawn beside its button; away on screens without a keyboard. */
export function Kbd({ keys }: { keys: string }) {
  return (
    <kbd className={styles.kbd} aria-hidden>
      {drawnKeys(keys, onMac())}
    </kbd>
  );
}
