import type { ReactNode } from "react";
import styles from "./Parts.module.css";

/** One part with its name. */
export function PartsBlock({ name, children }: { name: string; children: ReactNode }) {
  return (
    <section className={styles.block}>
      <h2 className={styles.name}>{name}</h2>
      {children}
    </section>
  );
}
