import type { ReactNode } from "react";
import type { Crumb } from "../list/PageHead.tsx";

/** The neighbours of a record in the list it was opened from. */
export interface Neighbours {
  /** 1-based. */
  at: number;
  of: number;
  previous?: string | undefined;
  next?: string | undefined;
}

export interface RecordLayoutProps {
  crumbs: readonly Crumb[];
  neighbours?: Neighbours | undefined;
  /** The name; also the avatar's, unless `avatar` is false. */
  name: string;
  avatar?: boolean;
  /** Right of the name: grade, clock, amount, tags. */
  beside?: ReactNode;
  /** The line below: at most a few facts with · between. */
  line?: ReactNode;
  /** The two or three acts that make sense now, the solid one last, then the three dots. */
  acts?: ReactNode;
  /** The acts at the foot of a phone: 退回 left, the solid one right and widest. */
  phoneActs?: ReactNode;
  /** The three dots at the top of a phone. */
  phoneMenu?: ReactNode;
  /** Where it stands: a `LifeLine`, figures, tabs. */
  below?: ReactNode;
  /** Facts, edited in place. */
  facts: ReactNode;
  /** The one timeline. */
  children: ReactNode;
  /** People, related records, suggestions. */
  rail?: ReactNode;
  railTitle?: string;
  /** Names of the three parts as tabs on a phone. */
  phoneTabs: { centre: string; facts: string; rail: string };
  /** Before the timeline on a phone: the grade in a sentence, the question to ask. */
  phoneFirst?: ReactNode;
}
