import { cx } from "../cx.ts";
import { avatarLetters } from "./avatar-letters.ts";
import styles from "./Avatar.module.css";

export interface AvatarProps {
  name: string;
  /** px: 20, 24 in lists, 32 in queues and pickers, 40 in a record header. */
  size?: 20 | 24 | 32 | 40;
}

/** A neutral circle with the last two characters of the name. The name itself always stands beside it. */
export function Avatar({ name, size = 24 }: AvatarProps) {
  return (
    <span className={cx(styles.avatar, styles[`s${size}`])} title={name} aria-hidden>
      {avatarLetters(name)}
    </span>
  );
}
