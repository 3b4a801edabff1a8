import type { WhoAmI } from "@tongzhou/contract/people-session";
import type { LucideIcon } from "lucide-react";
import type { ComponentType, ReactNode } from "react";

/** A count beside a place; `due` when somebody waits. */
export interface Badge {
  count: number;
  due?: boolean;
}

export interface Place {
  id: string;
  href: string;
  icon: LucideIcon;
  /** Key of its name in the namespace `app`. */
  words: string;
  /** Key, in `shell`, of what else the palette finds it by. */
  also?: string;
  /** Whether it is for this person. */
  isFor: (who: WhoAmI) => boolean;
  /** Not in the sidebar nor in the phone's foot: found by the palette, and from the pages it belongs to. */
  aside?: boolean;
  /** How much waits there: a component of the capability that knows, which shows its count by `show`. */
  Waiting?: ComponentType<{ show: (badge: Badge) => ReactNode }>;
}

/** Something that can be begun from anywhere: from the palette, and on a phone from the foot; a dialog over the page. */
export interface Beginning {
  id: string;
  icon: LucideIcon;
  /** Key of its name in the namespace `shell`. */
  words: string;
  /** Key of what else it is looked for by, the other language before all. */
  also: string;
  /** Whether it is for this person. */
  isFor: (who: WhoAmI) => boolean;
  Dialog: ComponentType<{ onClose: () => void }>;
}

/** What the start of the application puts into the shell; capabilities that are not there leave their part out. */
export interface ShellPieces {
  /** Groups of places, with a gap between them. */
  places: readonly (readonly Place[])[];
  /** Ids of the places at hand on a phone, in their order; the rest stands behind 更多. */
  phonePlaces: readonly string[];
  /** The notifications behind the bell: how many are unread, and the list. */
  notifications?: {
    Unread: ComponentType<{ show: (unread: number) => ReactNode }>;
    Panel: ComponentType<{ onClose: () => void }>;
  };
  /** In the order they are offered. */
  beginnings: readonly Beginning[];
  /** Id of the one behind the button in the middle of the phone's foot. */
  phoneBeginning: string;
}
