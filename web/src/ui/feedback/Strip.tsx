import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { Icon } from "../Icon.tsx";
import styles from "./Notes.module.css";

/** A line over the page that concerns all of it, such as being offline. */
export function Strip({ icon, children, act }: { icon: LucideIcon; children: ReactNode; act?: ReactNode }) {
  return (
    <output className={styles.strip}>
      <Icon of={icon} />
      <span>{children}</span>
      {act}
    </output>
  );
}
