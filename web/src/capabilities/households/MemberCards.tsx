import type { Household, HouseholdMember } from "@tongzhou/contract/households";
import { Pencil } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { noonOf } from "../../platform/format/calendar-day.ts";
import { useFormat } from "../../platform/format/useFormat.ts";
import { Button } from "../../ui/controls/Button.tsx";
import { Anchor } from "../../ui/navigation/Anchor.tsx";
import { Avatar } from "../../ui/signs/Avatar.tsx";
import { Pill } from "../../ui/signs/Marks.tsx";
import styles from "./MemberCards.module.css";
import { SetRolesDialog } from "./SetRolesDialog.tsx";

/** Who is what in the household, side by side. */
export function MemberCards({ household }: { household: Household }) {
  const { t } = useTranslation("households");
  const [changed, setChanged] = useState<HouseholdMember>();
  const spokesman = household.present.find((member) => isReachable(member));
  return (
    <section aria-label={t("members")}>
      <ul className={styles.cards}>
        {household.present.map((member) => (
          <MemberCard
            key={member.contact.id}
            member={member}
            spokesman={spokesman}
            {...(household.mayEdit ? { onChange: () => setChanged(member) } : {})}
          />
        ))}
      </ul>
      {changed === undefined ? null : (
        <SetRolesDialog householdId={household.id} member={changed} onClose={() => setChanged(undefined)} />
      )}
    </section>
  );
}

const POINTS = ["phone", "email", "wechat_id"] as const;
const isReachable = ({ contact }: HouseholdMember): boolean =>
  contact.identifiers.some(({ kind }) => POINTS.some((point) => point === kind) || kind.startsWith("wecom_external"));

interface MemberCardProps {
  member: HouseholdMember;
  /** Whom to speak to about somebody without a number. */
  spokesman: HouseholdMember | undefined;
  onChange?: () => void;
}

function MemberCard({ member, spokesman, onChange }: MemberCardProps) {
  const { t } = useTranslation("households");
  const { t: contact } = useTranslation("contacts");
  const format = useFormat();
  const { id, name, identifiers } = member.contact;
  const called = name ?? t("nameless");
  const points = POINTS.flatMap((kind) => identifiers.find((each) => each.kind === kind) ?? []);
  return (
    <li className={styles.card}>
      <div className="row g8">
        <Avatar name={called} size={32} />
        <Anchor href={`/contacts/${id}`} className="grow b ell t14" title={called}>
          {called}
        </Anchor>
        {onChange === undefined ? null : (
          <Button look="quiet" size="tiny" icon={Pencil} label={t("rolesTitle", { name: called })} onClick={onChange} />
        )}
      </div>
      {member.roles.map(({ role, since }) => (
        <div key={role ?? "none"} className="row g8 t13">
          {role === null ? <span className="ink3">{t("noRole")}</span> : <Pill tone="accent">{t(`role.${role}`)}</Pill>}
          <span className="ink3 nw">{t("from", { day: format.day(noonOf(since)) })}</span>
        </div>
      ))}
      <dl className={styles.points}>
        {points.map(({ id: pointId, kind, value }) => (
          <div key={pointId} className="row g8 t13">
            <dt className="ink3 nw">{contact(`kind.${kind as (typeof POINTS)[number]}`)}</dt>
            <dd className="ell" title={value}>
              {kind === "phone" ? format.phone(value) : value}
            </dd>
          </div>
        ))}
        {isReachable(member) ? null : (
          <div className="row g8 t13">
            <dt className="ink3 nw">{t("reachBy")}</dt>
            <dd>
              {spokesman === undefined
                ? t("noNumber")
                : t("speakTo", { name: spokesman.contact.name ?? t("nameless") })}
            </dd>
          </div>
        )}
      </dl>
    </li>
  );
}
