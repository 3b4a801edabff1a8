import { useQuery } from "@tanstack/react-query";
import { groups, type GroupAmount, type GroupFigures as Figures } from "@tongzhou/contract/groups";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { ReadFailure } from "../../platform/errors/ReadFailure.tsx";
import { useFormat } from "../../platform/format/useFormat.ts";
import { reading } from "../../platform/http/queries.ts";
import { SkeletonRows } from "../../ui/feedback/SkeletonRows.tsx";
import { usePhone } from "../../ui/hooks/useMedia.ts";
import { Figure } from "../../ui/signs/Figure.tsx";
import { groupDoors } from "./group-doors.ts";
import styles from "./GroupFigures.module.css";
import { GroupScope } from "./GroupScope.tsx";
import { useAmounts } from "./useAmounts.ts";
import { useGroupScope, type Scope } from "./useGroupScope.ts";

/** What a company, or it with all below it, adds up to; each figure opens its records. */
export function GroupFigures({ accountId }: { accountId: string }) {
  const [scope] = useGroupScope();
  const isPhone = usePhone();
  const read = useQuery(reading(groups.figures, { params: { accountId }, query: { scope } }));
  return (
    <>
      {isPhone ? (
        <div className={styles.scope}>
          <GroupScope accountId={accountId} />
        </div>
      ) : null}
      {read.isPending ? <SkeletonRows rows={1} height={76} /> : null}
      {read.isError && read.data === undefined ? (
        <ReadFailure failure={read.error} onRetry={() => void read.refetch()} />
      ) : null}
      {read.data === undefined ? null : <Sums accountId={accountId} scope={scope} figures={read.data} />}
    </>
  );
}

function Sums({ accountId, scope, figures }: { accountId: string; scope: Scope; figures: Figures }) {
  const { t } = useTranslation("groups");
  const format = useFormat();
  const doors = groupDoors(accountId, scope);
  const outside = (count: number): ReactNode => (count === 0 ? null : t("outside", { amount: format.count(count) }));
  const { contacts, leads, running, won, lastAt, companies } = figures;
  return (
    <dl className={styles.figures}>
      <Sum
        label={t("contacts")}
        value={format.count(contacts.count)}
        href={contacts.count === 0 ? undefined : doors.contacts}
        note={outside(contacts.outside)}
      />
      <Sum
        label={t("openLeads")}
        value={format.count(leads.count)}
        href={leads.count === 0 ? undefined : doors.leads}
        note={outside(leads.outside)}
      />
      <Deals label={t("running")} deals={running} href={doors.running} note={outside(running.outside)} />
      <Deals label={t("won")} deals={won} href={doors.won} note={outside(won.outside)} />
      <Sum
        label={t("lastAt")}
        value={lastAt === null ? t("never") : format.day(lastAt)}
        note={
          scope === "one" ? null : (
            <>
              <Figure href={doors.companies}>{t("companies", { amount: format.count(companies.count) })}</Figure>{" "}
              {outside(companies.outside)}
            </>
          )
        }
      />
    </dl>
  );
}

/** Deals by their amounts, or where those may not be added up by their number. */
function Deals(props: {
  label: string;
  deals: { count: number; amounts: GroupAmount[] | null };
  href: string;
  note: ReactNode;
}) {
  const { t } = useTranslation("groups");
  const format = useFormat();
  const amounts = useAmounts();
  const { label, deals, href, note } = props;
  const sum = amounts(deals.amounts);
  const many = t("deals", { amount: format.count(deals.count) });
  const door = deals.count === 0 ? undefined : href;
  if (sum === undefined) return <Sum label={label} value={format.count(deals.count)} href={door} note={note} />;
  return (
    <Sum
      label={label}
      value={sum}
      href={door}
      note={
        <>
          {many} {note}
        </>
      }
    />
  );
}

function Sum({
  label,
  value,
  href,
  note,
}: {
  label: string;
  value: string;
  href?: string | undefined;
  note?: ReactNode;
}) {
  const { t } = useTranslation("groups");
  return (
    <div className={styles.figure}>
      <dt>{label}</dt>
      <dd className={styles.value}>
        <Figure href={href} zero={href === undefined} opens={t("opens", { what: label })}>
          {value}
        </Figure>
      </dd>
      <dd className={styles.note}>{note}</dd>
    </div>
  );
}
