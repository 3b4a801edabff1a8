import type { DemoContents } from "@tongzhou/contract/demo";
import { TriangleAlert } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../platform/format/useFormat.ts";
import { Icon } from "../../ui/Icon.tsx";
import { cx } from "../../ui/cx.ts";
import { SectionHead } from "../../ui/record/SectionHead.tsx";
import styles from "./OwnCompany.module.css";

const RECORDS = ["leads", "contacts", "accounts", "opportunities", "campaigns", "people"] as const;
const STAYS = ["roles", "stages", "views"] as const;

/** What would go with the demo company, what people have added to it, and what stays. */
export function DemoGoing({ demo }: { demo: DemoContents }) {
  const { t } = useTranslation("demo");
  const { count, moment } = useFormat();
  const added = RECORDS.some((what) => demo[what].since > 0);
  return (
    <section>
      <SectionHead title={t("goes", { company: demo.companyName })} />
      <p className="ink2 t14">{t("loadedAt", { at: moment(demo.loadedAt) })}</p>
      <table className={styles.counts}>
        <thead>
          <tr>
            <th scope="col">{t("what")}</th>
            <th scope="col">{t("all")}</th>
            {added ? <th scope="col">{t("added")}</th> : null}
          </tr>
        </thead>
        <tbody>
          {RECORDS.map((what) => (
            <tr key={what}>
              <th scope="row">{t(`record.${what}`)}</th>
              <td>{count(demo[what].all)}</td>
              {added ? <td>{demo[what].since === 0 ? "–" : count(demo[what].since)}</td> : null}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="ink2 t13" style={{ marginTop: "8px" }}>
        {t("andAll")}
      </p>
      {demo.actsSince === 0 ? null : (
        <p className="row g8 t14" style={{ marginTop: "12px", alignItems: "flex-start" }}>
          <Icon of={TriangleAlert} />
          <span>{t("workedIn", { count: demo.actsSince })}</span>
        </p>
      )}
      <div className={styles.section}>
        <SectionHead title={t("stays")} />
        <ul className={cx("ink2 t14", styles.staying)}>
          {STAYS.map((what) => (
            <li key={what}>{t(`staying.${what}`)}</li>
          ))}
        </ul>
      </div>
    </section>
  );
}
