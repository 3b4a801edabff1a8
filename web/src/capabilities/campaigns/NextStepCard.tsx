import type { Campaign } from "@tongzhou/contract/campaigns";
import { useTranslation } from "react-i18next";
import styles from "./Campaign.module.css";

/** What happens to the people it brings: by whom, within how many days. */
export function NextStepCard({ campaign }: { campaign: Campaign }) {
  const { t } = useTranslation("campaigns");
  const { nextStep, nextStepOwnerName, nextStepDays, callToAction } = campaign;
  return (
    <section className={`card ${styles.next}`}>
      <b>{t("nextStep")}</b>
      <p className={styles.said} title={nextStep ?? undefined}>
        {nextStep}
      </p>
      <p className="t13 ink2">
        {[
          nextStepOwnerName === null ? undefined : t("by", { name: nextStepOwnerName }),
          nextStepDays === null ? undefined : t("withinDays", { count: nextStepDays }),
        ]
          .filter(Boolean)
          .join(" · ")}
      </p>
      {callToAction === null ? null : (
        <p className={`t13 ink2 ${styles.said}`}>{t("calls", { words: callToAction })}</p>
      )}
    </section>
  );
}
