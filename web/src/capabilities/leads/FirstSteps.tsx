import { Check, ChevronRight } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useSession } from "../../platform/session/session.ts";
import { cx } from "../../ui/cx.ts";
import { Icon } from "../../ui/Icon.tsx";
import { Anchor } from "../../ui/navigation/Anchor.tsx";
import styles from "./LeadToday.module.css";

/** What a house needs before leads can wait for anybody, in the order in which it is done. */
const STEPS = [
  { id: "people", href: "/settings/people", object: "person", action: "edit" },
  { id: "standard", href: "/settings/standard", object: "standard", action: "read" },
  { id: "routing", href: "/settings/routing", object: "routing", action: "read" },
  { id: "imports", href: "/imports/new", object: "lead", action: "create" },
] as const;

export type FirstStep = (typeof STEPS)[number]["id"];

/** Today while there is not one lead yet: where to begin, and what is done already. */
export function FirstSteps({ done }: { done: readonly FirstStep[] }) {
  const { t } = useTranslation("leads");
  const { grants } = useSession();
  const mine = STEPS.filter(({ object, action }) =>
    grants.some((grant) => grant.object === object && grant.action === action && grant.scope !== "none"),
  );
  const isWhole = mine.length === STEPS.length;
  return (
    <section className={styles.block} aria-labelledby="first-steps">
      <h2 id="first-steps" className="t16">
        {isWhole ? t("firstSteps.title") : t("firstSteps.titleSome", { count: mine.length })}
      </h2>
      <p className="t14 ink2" style={{ margin: "4px 0 16px" }}>
        {t("firstSteps.why")}
      </p>
      <ol className={styles.steps}>
        {mine.map(({ id, href }, at) => (
          <li key={id}>
            <Anchor href={href} className={`card ${styles.step}`}>
              <span className={cx(styles.place, done.includes(id) && styles.done)} aria-hidden={!done.includes(id)}>
                {done.includes(id) ? <Icon of={Check} size={16} label={t("firstSteps.done")} /> : at + 1}
              </span>
              <span className="grow">
                <b className="t14">{t(`firstSteps.${id}`)}</b>
                <span className="t13 ink2" style={{ display: "block" }}>
                  {t(`firstSteps.${id}Why`)}
                </span>
              </span>
              <Icon of={ChevronRight} size={16} />
            </Anchor>
          </li>
        ))}
      </ol>
    </section>
  );
}
