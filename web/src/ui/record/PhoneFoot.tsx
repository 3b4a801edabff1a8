import type { ReactNode } from "react";
import styles from "./PhoneFoot.module.css";

/**
 * The acts of a phone page, fixed at the bottom in place of the tab bar (which hides while this is mounted). Use
 * `Button size="large"`; the last one is the widest.
 */
export function PhoneFoot({ children }: { children: ReactNode }) {
  return (
    <div className={styles.foot} data-phone-foot>
      {children}
    </div>
  );
}
