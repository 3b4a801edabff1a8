import { Search } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Kbd } from "../../ui/controls/Kbd.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { paletteOpen } from "../palette/palette.ts";
import { useSession } from "../session/session.ts";
import { Bell } from "./Bell.tsx";
import { Mark } from "./Mark.tsx";
import { PlaceLink } from "./PlaceLink.tsx";
import { usePlaces } from "./shell-pieces.ts";
import styles from "./Sidebar.module.css";
import { UserMenu } from "./UserMenu.tsx";

/** The places at the left: words on a desk, a rail of icons on a tablet. */
export function Sidebar() {
  const { t } = useTranslation("shell");
  const { company } = useSession();
  const groups = usePlaces();
  return (
    <header className={styles.side} data-places>
      <div className={styles.brand}>
        <Mark size={24} />
        <span className={styles.name}>{t("product")}</span>
        <small className={styles.company} title={company.name}>
          {company.name}
        </small>
      </div>
      <button type="button" className={styles.find} aria-label={t("search")} onClick={() => paletteOpen.set(true)}>
        <Icon of={Search} />
        <span className={styles.findWords}>{t("search")}</span>
        <Kbd keys="mod+k" />
      </button>
      <nav aria-label={t("places")} className={styles.places}>
        {groups.map((group) => (
          <ul key={group[0]?.id} className={styles.group}>
            {group.map((place) => (
              <li key={place.id}>
                <PlaceLink place={place} />
              </li>
            ))}
          </ul>
        ))}
      </nav>
      <div className={styles.me}>
        <UserMenu />
        <Bell />
      </div>
    </header>
  );
}
