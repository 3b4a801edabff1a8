import type { ContactRow } from "@tongzhou/contract/contacts";
import { useTranslation } from "react-i18next";
import { Anchor } from "../../ui/navigation/Anchor.tsx";
import { Avatar } from "../../ui/signs/Avatar.tsx";
import styles from "./PairComparison.module.css";

/** Who stands at the head of a column, and whose it is. */
export function PairSide({ contact: { id, name, owner } }: { contact: ContactRow }) {
  const { t } = useTranslation("identity");
  const shown = name ?? t("nameless");
  return (
    <span className={styles.side}>
      <Avatar name={shown} size={32} />
      <span className={styles.names}>
        <Anchor href={`/contacts/${id}`} className={styles.name} title={shown}>
          {shown}
        </Anchor>
        <small className={styles.note}>{owner === null ? t("nobodys") : t("ownedBy", { name: owner.name })}</small>
      </span>
    </span>
  );
}
