import { Menu as MenuShape } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Icon } from "../../ui/Icon.tsx";
import { Dialog } from "../../ui/layers/Dialog.tsx";
import { MenuList } from "../../ui/layers/MenuList.tsx";
import styles from "./TabBar.module.css";
import { PlaceLink } from "./PlaceLink.tsx";
import { usePlaces, useShellPieces } from "./shell-pieces.ts";
import type { Beginning, Place } from "./shell-types.ts";
import { useUserItems } from "./UserMenu.tsx";

/** Places beside the button in the middle and 更多 at the end. */
const AT_HAND = 3;

export interface TabBarProps {
  /** What the button in the middle begins; undefined for somebody who may not. */
  middle: Beginning | undefined;
  onBegin: (id: string) => void;
}

/** The foot of a phone: the places of every day, what is begun most often in the middle, the rest behind 更多. */
export function TabBar({ middle, onBegin }: TabBarProps) {
  const { t } = useTranslation("shell");
  const [isOpen, setOpen] = useState(false);
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
        aria-expanded={isOpen}
        onClick={() => setOpen(true)}
      >
        <Icon of={MenuShape} size={22} />
        {t("more")}
      </button>
      {isOpen ? <MoreSheet places={rest} onClose={() => setOpen(false)} /> : null}
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

function MoreSheet({ places, onClose }: { places: readonly Place[]; onClose: () => void }) {
  const { t } = useTranslation("shell");
  const { t: app } = useTranslation("app");
  const mine = useUserItems();
  const items = [
    ...places.map(({ id, href, icon, words }) => ({ id, href, icon, words: app(words as never) as string })),
    ...mine
      .filter(({ id }) => id !== "keys")
      .map((item, at) => (at === 0 && places.length > 0 ? { ...item, apart: true } : item)),
  ];
  return (
    <Dialog look="sheet" title={t("more")} onClose={onClose}>
      <MenuList items={items} label={t("more")} onDone={onClose} />
    </Dialog>
  );
}
