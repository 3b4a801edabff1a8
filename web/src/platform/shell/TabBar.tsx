import { useLocation } from "@tanstack/react-router";
import { Bell as BellShape, Menu as MenuShape, Search } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Icon } from "../../ui/Icon.tsx";
import { Dialog } from "../../ui/layers/Dialog.tsx";
import { MenuList } from "../../ui/layers/MenuList.tsx";
import { paletteOpen } from "../palette/palette.ts";
import { NoticesSheet, UnreadMark } from "./Bell.tsx";
import styles from "./TabBar.module.css";
import { PlaceLink } from "./PlaceLink.tsx";
import { usePlaces, useShellPieces } from "./shell-pieces.ts";
import type { Beginning, Place } from "./shell-types.ts";
import { useUserItems } from "./UserMenu.tsx";

/** Places beside the button in the middle and 更多 at the end. */
const AT_HAND = 3;
/** The page whose title has the bell beside it. */
const BELL_PLACE = "/today";

export interface TabBarProps {
  /** What the button in the middle begins; undefined for somebody who may not. */
  middle: Beginning | undefined;
  onBegin: (id: string) => void;
}

/** The foot of a phone: the places of every day, what is begun most often in the middle, the rest behind 更多. */
export function TabBar({ middle, onBegin }: TabBarProps) {
  const { t } = useTranslation("shell");
  const [open, setOpen] = useState<"more" | "notices">();
  // One number is enough: where the bell stands beside the title, it carries the mark.
  const bellIsShown = useLocation().pathname === BELL_PLACE;
  const { atHand, rest } = useTabs();
  const [first, second, ...others] = atHand;
  return (
    <nav aria-label={t("places")} className={styles.bar} data-tab-bar>
      {[first, second].map((place) =>
        place === undefined ? null : <PlaceLink key={place.id} place={place} look="tab" />,
      )}
      {middle === undefined ? null : (
        <button
          type="button"
          className={styles.note}
          aria-label={t(middle.words as never) as string}
          onClick={() => onBegin(middle.id)}
        >
          <Icon of={middle.icon} size={22} />
        </button>
      )}
      {others.map((place) => (
        <PlaceLink key={place.id} place={place} look="tab" />
      ))}
      <button
        type="button"
        className={styles.more}
        aria-haspopup="menu"
        aria-expanded={open !== undefined}
        onClick={() => setOpen("more")}
      >
        <span className={styles.marked}>
          <Icon of={MenuShape} size={22} />
          {bellIsShown ? null : <UnreadMark />}
        </span>
        {t("more")}
      </button>
      {open === "more" ? (
        <MoreSheet places={rest} onNotices={() => setOpen("notices")} onClose={() => setOpen(undefined)} />
      ) : null}
      {open === "notices" ? <NoticesSheet onClose={() => setOpen(undefined)} /> : null}
    </nav>
  );
}

function useTabs(): { atHand: Place[]; rest: Place[] } {
  const { phonePlaces } = useShellPieces();
  const all = usePlaces().flat();
  const wished = phonePlaces.flatMap((id) => all.find((place) => place.id === id) ?? []);
  const others = all.filter((place) => !wished.includes(place));
  const atHand = [...wished, ...others].slice(0, AT_HAND);
  return { atHand, rest: all.filter((place) => !atHand.includes(place)) };
}

interface MoreSheetProps {
  places: readonly Place[];
  onNotices: () => void;
  onClose: () => void;
}

function MoreSheet({ places, onNotices, onClose }: MoreSheetProps) {
  const { t } = useTranslation("shell");
  const { t: app } = useTranslation("app");
  const mine = useUserItems();
  const { notifications } = useShellPieces();
  const notices =
    notifications === undefined ? [] : [{ id: "notices", words: t("notifications"), icon: BellShape, run: onNotices }];
  const items = [
    { id: "search", words: t("search"), icon: Search, run: () => paletteOpen.set(true) },
    ...notices,
    ...places.map(({ id, href, icon, words }, at) => ({
      id,
      href,
      icon,
      words: app(words as never) as string,
      ...(at === 0 ? { apart: true } : {}),
    })),
    ...mine.filter(({ id }) => id !== "keys").map((item, at) => (at === 0 ? { ...item, apart: true } : item)),
  ];
  return (
    <Dialog look="sheet" title={t("more")} onClose={onClose}>
      <MenuList items={items} label={t("more")} onDone={onClose} />
    </Dialog>
  );
}
