import { useLocation } from "@tanstack/react-router";
import { Suspense } from "react";
import { useTranslation } from "react-i18next";
import { cx } from "../../ui/cx.ts";
import { usePhone } from "../../ui/hooks/useMedia.ts";
import { Icon } from "../../ui/Icon.tsx";
import { Anchor } from "../../ui/navigation/Anchor.tsx";
import { count } from "../format/numbers.ts";
import styles from "./PlaceLink.module.css";
import type { Badge, Place } from "./shell-types.ts";

/** Whether an address lies at a place or below it. */
export const liesAt = (pathname: string, href: string): boolean => pathname === href || pathname.startsWith(`${href}/`);

const showBadge = (badge: Badge) =>
  badge.count === 0 ? null : <span className={cx(styles.badge, badge.due && styles.due)}>{count(badge.count)}</span>;

/** A place in the sidebar, the rail or the tab bar. */
export function PlaceLink({ place, look = "side" }: { place: Place; look?: "side" | "tab" }) {
  const { t } = useTranslation("app");
  const { pathname } = useLocation();
  const isPhone = usePhone();
  const isHere = liesAt(pathname, place.href);
  const words = t(place.words as never) as string;
  return (
    <Anchor
      href={place.href}
      aria-current={isHere ? "page" : undefined}
      title={isPhone ? undefined : words}
      className={cx(look === "tab" ? styles.tab : styles.place, isHere && styles.here)}
    >
      <span className={styles.sign}>
        <Icon of={place.icon} size={look === "tab" ? 22 : 16} />
      </span>
      <span className={styles.words}>{words}</span>
      {place.Waiting === undefined ? null : (
        <Suspense>
          <place.Waiting show={showBadge} />
        </Suspense>
      )}
    </Anchor>
  );
}
