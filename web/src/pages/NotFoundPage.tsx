import { useTranslation } from "react-i18next";
import { Button } from "../ui/controls/Button.tsx";
import { Empty } from "../ui/feedback/Empty.tsx";
import { PageHead } from "../ui/list/PageHead.tsx";
import styles from "./NotFoundPage.module.css";

/** Stands where an address leads nowhere. */
export function NotFoundPage() {
  const { t } = useTranslation("shell");
  return (
    <>
      <PageHead title={t("nowhere")} />
      <div className={styles.page}>
        <Empty
          title={t("nowhereTitle")}
          act={
            <Button size="small" href="/">
              {t("goHome")}
            </Button>
          }
        >
          {t("nowhereWhy")}
        </Empty>
      </div>
    </>
  );
}
