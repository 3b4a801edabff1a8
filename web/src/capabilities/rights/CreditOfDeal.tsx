import { useQuery } from "@tanstack/react-query";
import { opportunities } from "@tongzhou/contract/opportunities";
import { PieChart } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { reading } from "../../platform/http/queries.ts";
import { Button } from "../../ui/controls/Button.tsx";
import { SectionHead } from "../../ui/record/SectionHead.tsx";
import styles from "./Rights.module.css";
import { useCredit } from "./useCredit.ts";

const CreditDialog = lazy(async () => ({ default: (await import("./CreditDialog.tsx")).CreditDialog }));

/** How the result of an opportunity is shared, and where that was agreed. */
export function CreditOfDeal({ opportunityId }: { opportunityId: string }) {
  const { t } = useTranslation("rights");
  const [isOpen, setOpen] = useState(false);
  const target = { object: "opportunity", id: opportunityId } as const;
  const credit = useCredit(target);
  const deal = useQuery(reading(opportunities.show, { params: { opportunityId } })).data;
  if (credit === undefined || (credit.shares.length === 0 && !credit.mayGive)) return null;
  return (
    <section aria-label={t("credit.title")}>
      <SectionHead
        title={t("credit.title")}
        note={credit.from === null ? undefined : t("inherits", { name: credit.from.name ?? t("outOfReach") })}
        end={
          credit.mayGive ? (
            <Button size="tiny" look="quiet" icon={PieChart} onClick={() => setOpen(true)}>
              {t("credit.change")}
            </Button>
          ) : undefined
        }
      />
      {credit.shares.length === 0 ? <p className={styles.nobody}>{t("credit.none")}</p> : null}
      <ul className={styles.helpers}>
        {credit.shares.map(({ personId, name, percent }) => (
          <li key={personId} className={styles.credit}>
            <span className="grow">{name}</span>
            <span>{t("credit.percent", { percent })}</span>
          </li>
        ))}
      </ul>
      {isOpen ? (
        <Suspense fallback={null}>
          <CreditDialog target={target} credit={credit} ownerId={deal?.ownerId} onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </section>
  );
}
