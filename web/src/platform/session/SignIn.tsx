import { useQuery } from "@tanstack/react-query";
import { Navigate } from "@tanstack/react-router";
import { session, type Door } from "@tongzhou/contract/people-session";
import { useTranslation } from "react-i18next";
import { SkeletonRows } from "../../ui/feedback/SkeletonRows.tsx";
import { PageFailure } from "../errors/PageFailure.tsx";
import { useFormat } from "../format/useFormat.ts";
import { reading } from "../http/queries.ts";
import { DemoPeople } from "./DemoPeople.tsx";
import { Gate } from "./Gate.tsx";
import { SignInForm } from "./SignInForm.tsx";
import styles from "./SignIn.module.css";

/** The door: the demo's people, or the form alone; a house without anybody leads to its first run. */
export function SignIn() {
  const door = useQuery({ ...reading(session.showDoor), staleTime: 0 });
  if (door.error !== null && door.data === undefined) {
    return (
      <Gate look="alone">
        <PageFailure error={door.error} onRetry={() => void door.refetch()} />
      </Gate>
    );
  }
  if (door.data === undefined) {
    return (
      <Gate look="alone">
        <SkeletonRows rows={4} height={64} />
      </Gate>
    );
  }
  if (door.data.state === "first_run") return <Navigate to="/first-run" replace />;
  return door.data.demoPeople.length > 0 ? <WithDemo door={door.data} /> : <Alone door={door.data} />;
}

function WithDemo({ door }: { door: Door }) {
  const { t } = useTranslation("session");
  const format = useFormat();
  return (
    <Gate look="people">
      <section>
        <h1 className="t20">{t("whoseMorning")}</h1>
        <p className={styles.lead}>
          {t("demoCompany", {
            company: door.companyName ?? "",
            day: format.dayWithWeekday(door.now),
            time: format.clockTime(door.now),
          })}
        </p>
        <DemoPeople people={door.demoPeople} />
        <p className={styles.note}>{t("demoOnlyHere")}</p>
      </section>
      <aside className={styles.aside}>
        <h2 className={styles.title}>{t("ownAccount")}</h2>
        <SignInForm isAlone={false} />
      </aside>
    </Gate>
  );
}

function Alone({ door }: { door: Door }) {
  const { t } = useTranslation("session");
  return (
    <Gate look="alone">
      <h1 className="t20">{t("signInTo", { company: door.companyName ?? t("yourCompany") })}</h1>
      <div className={styles.alone}>
        <SignInForm isAlone />
      </div>
    </Gate>
  );
}
