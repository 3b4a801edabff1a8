import { cx } from "../cx.ts";
import { Picture } from "./Picture.tsx";
import styles from "./AttentionBars.module.css";

const TALLEST_PX = 18;
const SHORTEST_PX = 4;
const UNREAD_PX = 3;

export interface AttentionBarsProps {
  /** One entry a page, in any unit of attention (seconds); 0 is a page nobody read. */
  pages: number[];
  /** Index of the page that is being read at this moment. */
  now?: number | undefined;
  /** The sentence the bars say; it also stands beside them in words. */
  label: string;
}

/** How attention lay over the pages of a document: one bar a page, the tallest is the longest look. */
export function AttentionBars({ pages, now, label }: AttentionBarsProps) {
  const most = Math.max(...pages, 1);
  const height = (attention: number) =>
    attention <= 0 ? UNREAD_PX : SHORTEST_PX + (attention / most) * (TALLEST_PX - SHORTEST_PX);
  return (
    <Picture label={label} className={styles.bars}>
      {pages.map((attention, at) => (
        <i
          key={at}
          className={cx(styles.bar, attention <= 0 && styles.unread, at === now && styles.now)}
          style={{ height: `${Math.round(height(attention))}px` }}
        />
      ))}
    </Picture>
  );
}
