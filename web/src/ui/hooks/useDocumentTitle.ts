import { useEffect } from "react";
import { useTranslation } from "react-i18next";

/** Names the browser's tab after the page; `PageHead` and `RecordLayout` do it by themselves. */
export function useDocumentTitle(title: string | undefined): void {
  const { t } = useTranslation("ui");
  const whole = title === undefined ? t("product") : t("documentTitle", { title });
  useEffect(() => {
    document.title = whole;
  }, [whole]);
}
