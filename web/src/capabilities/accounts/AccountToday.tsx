import { useQuery } from "@tanstack/react-query";
import { accounts, type AccountRow } from "@tongzhou/contract/accounts";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { ReadFailure } from "../../platform/errors/ReadFailure.tsx";
import { useFormat } from "../../platform/format/useFormat.ts";
import { reading } from "../../platform/http/queries.ts";
import { Button } from "../../ui/controls/Button.tsx";
import { Empty } from "../../ui/feedback/Empty.tsx";
import { SkeletonRows } from "../../ui/feedback/SkeletonRows.tsx";
import { PageBody } from "../../ui/list/PageBody.tsx";
import { PageHead } from "../../ui/list/PageHead.tsx";
import { Anchor } from "../../ui/navigation/Anchor.tsx";
import { SectionHead } from "../../ui/record/SectionHead.tsx";
import { Figure } from "../../ui/signs/Figure.tsx";

const SHOWN = 12;

export interface AccountTodayProps {
  /** What waits, above the accounts. */
  children?: ReactNode;
  renderLog?: (account: AccountRow) => ReactNode;
  /** Beside the title. */
  acts?: ReactNode;
}

/** Today of whoever looks after customers: what waits, then the accounts that are theirs. */
export function AccountToday({ children, renderLog, acts }: AccountTodayProps) {
  const { t } = useTranslation("accounts");
  const format = useFormat();
  const read = useQuery(reading(accounts.list, { query: { limit: SHOWN } }));
  const counted = useQuery(reading(accounts.count, { query: {} }));
  return (
    <PageBody
      head={
        <PageHead
          title={t("mine.today")}
          beside={<span className="t13 ink3 nw">{format.dayWithWeekday(format.now)}</span>}
          acts={acts}
        />
      }
    >
      {children}
      {read.isPending ? <SkeletonRows rows={4} height={56} /> : null}
      {read.isError && read.data === undefined ? (
        <ReadFailure failure={read.error} onRetry={() => void read.refetch()} />
      ) : null}
      {read.data?.rows.length === 0 ? (
        <Empty
          title={t("mine.none")}
          act={
            <span className="row g8">
              <Button size="small" href="/campaigns">
                {t("mine.campaigns")}
              </Button>
              <Button size="small" href="/settings/me">
                {t("mine.me")}
              </Button>
            </span>
          }
        >
          {t("mine.noneWhy")}
        </Empty>
      ) : null}
      {read.data === undefined || read.data.rows.length === 0 ? null : (
        <section>
          <SectionHead
            title={t("mine.title")}
            end={
              counted.data === undefined ? undefined : (
                <Figure href="/accounts">
                  {t("mine.all", { amount: format.estimate(counted.data.count, counted.data.exact) })}
                </Figure>
              )
            }
          />
          {read.data.rows.map((account) => (
            <div
              key={account.id}
              className="row g8"
              style={{ padding: "10px 0", borderBottom: "1px solid var(--line)" }}
            >
              <Anchor href={`/accounts/${account.id}`} className="grow" style={{ minWidth: 0 }}>
                <b className="t14 ell">{account.name}</b>
              </Anchor>
              {renderLog?.(account)}
            </div>
          ))}
        </section>
      )}
    </PageBody>
  );
}
