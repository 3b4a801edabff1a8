import { useQuery } from "@tanstack/react-query";
import { Navigate } from "@tanstack/react-router";
import { session } from "@tongzhou/contract/people-session";
import { useTranslation } from "react-i18next";
import { reading } from "../http/queries.ts";
import { FirstRunForm } from "./FirstRunForm.tsx";
import { Gate } from "./Gate.tsx";
import styles from "./FirstRun.module.css";

const STEPS = ["invite", "sign", "import"] as const;

/** A house without anybody: what a company needs to exist, and the three things to do next. */
export function FirstRun() {
  const { t } = useTranslation("session");
  const door = useQuery(reading(session.showDoor));
  if (door.data !== undefined && door.data.state !== "first_run") return <Navigate to="/sign-in" replace />;
  return (
    <Gate look="form">
      <section>
        <h1 className="t20">{t("makeCompany")}</h1>
        <p className={styles.lead}>{t("makeCompanyLead")}</p>
        <FirstRunForm />
      </section>
      <aside className={styles.aside}>
        <h2 className={styles.title}>{t("next")}</h2>
        <ol>
          {STEPS.map((step, at) => (
            <li key={step} className={styles.step}>
              <b className={styles.number}>{at + 1}</b>
              <div>
                {t(`nextSteps.${step}.do`)}
                <small className={styles.why}>{t(`nextSteps.${step}.why`)}</small>
              </div>
            </li>
          ))}
        </ol>
      </aside>
    </Gate>
  );
}
