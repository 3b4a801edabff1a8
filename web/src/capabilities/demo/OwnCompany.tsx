import { useQuery } from "@tanstack/react-query";
import { demo } from "@tongzhou/contract/demo";
import { useTranslation } from "react-i18next";
import { ReadFailure } from "../../platform/errors/ReadFailure.tsx";
import { reading } from "../../platform/http/queries.ts";
import { Empty } from "../../ui/feedback/Empty.tsx";
import { SkeletonRows } from "../../ui/feedback/SkeletonRows.tsx";
import { DemoGoing } from "./DemoGoing.tsx";
import styles from "./OwnCompany.module.css";
import { OwnCompanyForm } from "./OwnCompanyForm.tsx";

/** Beginning with one's own company: what goes with the demo, what stays, and who one is. */
export function OwnCompany() {
  const { t } = useTranslation("demo");
  const read = useQuery(reading(demo.show));
  if (read.isError) return <ReadFailure failure={read.error} onRetry={() => void read.refetch()} />;
  if (read.data === undefined) return <SkeletonRows rows={6} />;
  if (read.data.demo === null) return <Empty title={t("noDemo")}>{t("noDemoMeans")}</Empty>;
  return (
    <div className={styles.columns}>
      <DemoGoing demo={read.data.demo} />
      <OwnCompanyForm demo={read.data.demo} />
    </div>
  );
}
