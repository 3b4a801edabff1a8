import type { Household, HouseholdInterest, HouseholdMember } from "@tongzhou/contract/households";
import { useTranslation } from "react-i18next";
import { noonOf } from "../../platform/format/calendar-day.ts";
import { useFormat } from "../../platform/format/useFormat.ts";
import { Anchor } from "../../ui/navigation/Anchor.tsx";
import { SectionHead } from "../../ui/record/SectionHead.tsx";
import { Avatar } from "../../ui/signs/Avatar.tsx";

/** What all of the family are interested in, and who belonged to it before. */
export function HouseholdRail({ household: { interests, former } }: { household: Household }) {
  const { t } = useTranslation("households");
  return (
    <>
      <section>
        <SectionHead title={t("interests")} note={interests.length} />
        {interests.length === 0 ? <p className="t13 ink3">{t("noInterest")}</p> : null}
        {interests.map((interest) => (
          <InterestLine key={interest.id} interest={interest} />
        ))}
      </section>
      {former.length === 0 ? null : (
        <section>
          <SectionHead title={t("former")} note={former.length} />
          {former.map((member) => (
            <FormerLine key={member.contact.id} member={member} />
          ))}
        </section>
      )}
    </>
  );
}

function InterestLine({ interest: { kind, id, name, contact, stage, outcome } }: { interest: HouseholdInterest }) {
  const { t } = useTranslation("households");
  const { t: lead } = useTranslation("timeline");
  const state = kind === "lead" ? lead(`stage.${stage as "raw"}`) : t(`outcome.${(outcome ?? "open") as "open"}`);
  return (
    <Anchor
      href={kind === "lead" ? `/leads/${id}` : `/opportunities/${id}`}
      className="row g8 t13"
      style={{ padding: "6px 0" }}
    >
      <span className="grow ell">
        <b>{name ?? t("anyLine")}</b>{" "}
        <span className="ink3">{contact === null ? null : (contact.name ?? t("nameless"))}</span>
      </span>
      <span className="t12 ink3 nw">{state}</span>
    </Anchor>
  );
}

function FormerLine({ member: { contact, roles } }: { member: HouseholdMember }) {
  const { t } = useTranslation("households");
  const format = useFormat();
  const called = contact.name ?? t("nameless");
  const until = roles[0]?.until ?? null;
  return (
    <Anchor href={`/contacts/${contact.id}`} className="row g8 t13" style={{ padding: "6px 0" }}>
      <Avatar name={called} />
      <span className="grow ell ink2">{called}</span>
      {until === null ? null : <span className="t12 ink3 nw">{t("until", { day: format.day(noonOf(until)) })}</span>}
    </Anchor>
  );
}
