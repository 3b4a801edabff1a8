import { useTranslation } from "react-i18next";
import { useSession } from "../platform/session/session.ts";
import { PageBody } from "../ui/list/PageBody.tsx";
import { PageHead } from "../ui/list/PageHead.tsx";
import { Anchor } from "../ui/navigation/Anchor.tsx";
import { SectionHead } from "../ui/record/SectionHead.tsx";
import { settingGroups } from "../platform/shell/setting-places.ts";
import styles from "./SettingsPage.module.css";

/** `/settings`: what can be set, each with a line of what it decides. */
export function SettingsPage() {
  const { t } = useTranslation("pages");
  const who = useSession();
  const groups = settingGroups
    .map((group) => ({ ...group, places: group.places.filter(({ isFor }) => isFor(who)) }))
    .filter(({ places }) => places.length > 0);
  return (
    <PageBody head={<PageHead title={t("settings")} />}>
      {groups.map((group) => (
        <section key={group.id}>
          <SectionHead title={t(`groups.${group.id}`)} />
          <ul className="list">
            {group.places.map(({ id, href }) => (
              <li key={id}>
                <Anchor href={href} className={styles.place}>
                  <b>{t(`place.${id}`)}</b>
                  <span className="ink2">{t(`means.${id}`)}</span>
                </Anchor>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </PageBody>
  );
}
