import { useTranslation } from "react-i18next";
import { Button } from "../ui/controls/Button.tsx";
import { Empty } from "../ui/feedback/Empty.tsx";
import styles from "./NotFoundPage.module.css";

/** Stands where an address leads nowhere. */
export function NotFoundPage() {
  const { t } = useTranslation("shell");
  return (
    <div className={styles.page}>
      <Empty
        title={t("nowhere")}
        act={
          <Button size="small" href="/">
            {t("goHome")}
          </Button>
        }
      >
        {t("nowhereWhy")}
      </Empty>
    </div>
  );
}
