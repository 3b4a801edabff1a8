import { STANDARD_SIDES, type StandardPage } from "@tongzhou/contract/standards";
import { Check, PenLine, TriangleAlert } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../platform/format/useFormat.ts";
import { useSession } from "../../platform/session/session.ts";
import { Icon } from "../../ui/Icon.tsx";
import { SectionHead } from "../../ui/record/SectionHead.tsx";
import { SignStandard } from "./SignStandard.tsx";
import styles from "./StandardRail.module.css";
import { useDifferenceWords } from "./useDifferenceWords.ts";

/** What a version changes, what is wrong with it, and who has signed. */
export function StandardRail({ page, isDirty }: { page: StandardPage; isDirty: boolean }) {
  const { t } = useTranslation("standards");
  const words = useDifferenceWords();
  const errors = page.problems.filter(({ severity }) => severity === "error");
  return (
    <>
      {page.state === "draft" && (page.basedOnId !== null || page.differences.length > 0) ? (
        <section>
          <SectionHead title={t("differences")} note={t("differencesCount", { count: page.differences.length })} />
          {page.differences.length === 0 ? <p className="t13 ink3">{t("noDifferences")}</p> : null}
          <ul className="list t13">
            {page.differences.map((difference, at) => (
              <li key={at} className={styles.line}>
                {words.difference(difference)}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {page.problems.length === 0 ? null : (
        <section>
          <SectionHead title={t("problems")} note={t("problemsCount", { count: errors.length })} />
          <ul className="list t13">
            {page.problems.map((problem, at) => (
              <li key={at} className={styles.problem}>
                <span className={problem.severity === "error" ? "red" : "amber"}>
                  <Icon of={TriangleAlert} size={14} />
                </span>
                <span>{words.problem(problem)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <Signatures page={page} isDirty={isDirty} />
    </>
  );
}

function Signatures({ page, isDirty }: { page: StandardPage; isDirty: boolean }) {
  const { t } = useTranslation("standards");
  const format = useFormat();
  const { person } = useSession();
  return (
    <section className="col g12">
      <SectionHead title={t("signatures")} note={t("twoPeople")} />
      <ul className="list">
        {STANDARD_SIDES.map((side) => {
          const signed = page.signatures.find((each) => each.side === side);
          const isMine = page.maySignFor.includes(side);
          return (
            <li key={side} className={styles.signature}>
              <span className={signed === undefined ? styles.waiting : styles.signed}>
                <Icon of={signed === undefined ? PenLine : Check} size={14} />
              </span>
              <span className="grow">
                <b>{t(`sides.${side}`)}</b>{" "}
                {signed === undefined ? (isMine ? t("youName", { name: person.name }) : null) : signed.personName}
                <small className={styles.when}>
                  {signed === undefined
                    ? t(isMine ? "waitsForYou" : "waitsForSomebody")
                    : t("signedAt", { when: format.moment(signed.signedAt) })}
                </small>
              </span>
            </li>
          );
        })}
      </ul>
      {page.state === "draft" ? <SignStandard page={page} isDirty={isDirty} /> : null}
    </section>
  );
}
