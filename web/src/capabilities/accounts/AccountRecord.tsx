import { useQuery } from "@tanstack/react-query";
import { Navigate } from "@tanstack/react-router";
import { accounts, type Account } from "@tongzhou/contract/accounts";
import { Check } from "lucide-react";
import { useEffect, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { AddedFacts } from "../../platform/custom-fields/AddedFacts.tsx";
import { ReadFailure } from "../../platform/errors/ReadFailure.tsx";
import { forget, reading } from "../../platform/http/queries.ts";
import { sayFailure } from "../../platform/http/say-failure.ts";
import { useAct } from "../../platform/http/useAct.ts";
import { listHref, neighboursOf } from "../../platform/lists/list-memory.ts";
import { useCodeWords } from "../../platform/codes/useCodeWords.ts";
import { useRegions } from "../../platform/regions/useRegions.ts";
import { sayActed } from "../../platform/undo/say-acted.ts";
import { Button } from "../../ui/controls/Button.tsx";
import { SkeletonRows } from "../../ui/feedback/SkeletonRows.tsx";
import { sayDone, sayFailed } from "../../ui/feedback/toast.ts";
import { Anchor } from "../../ui/navigation/Anchor.tsx";
import { DottedLine } from "../../ui/record/DottedLine.tsx";
import { RecordLayout } from "../../ui/record/RecordLayout.tsx";
import { Pill } from "../../ui/signs/Marks.tsx";
import { AccountFacts } from "./AccountFacts.tsx";

export interface AccountRecordProps {
  accountId: string;
  /** Chooses one company or its whole group; beside the acts. */
  scope?: ReactNode;
  /** What it adds up to and where it stands in its group, above the timeline. */
  group?: ReactNode;
  timeline: ReactNode;
  /** What other capabilities know of it: people, leads, opportunities. */
  related: ReactNode;
  /** What other capabilities can do with it. */
  more?: ReactNode;
  /** What stands beside each of its facts: where it came from. */
  besideFact?: (field: string) => ReactNode;
  /** How a merged one becomes one of its own again. */
  part?: ReactNode;
}

/** The page of one company or household. */
export function AccountRecord({ accountId, ...parts }: AccountRecordProps) {
  const read = useQuery(reading(accounts.show, { params: { accountId } }));
  if (read.isPending) return <SkeletonRows edge rows={8} height={56} />;
  if (read.isError) {
    return (
      <div style={{ padding: "24px" }}>
        <ReadFailure failure={read.error} onRetry={() => void read.refetch()} />
      </div>
    );
  }
  if (read.data.id !== accountId) return <LedToSurvivor account={read.data} />;
  return <ShownAccount account={read.data} {...parts} />;
}

/** Somebody who may only see the one that goes on opened the address of a merged one. */
function LedToSurvivor({ account: { id, name } }: { account: Account }) {
  const { t } = useTranslation("accounts");
  useEffect(() => sayDone(t("ledTo", { name })), [name, t]);
  return <Navigate to={`/accounts/${id}`} replace />;
}

function ShownAccount(props: Omit<AccountRecordProps, "accountId"> & { account: Account }) {
  const { account, scope, group, timeline, related, more, part, besideFact } = props;
  const { t } = useTranslation("accounts");
  const { t: shell } = useTranslation("shell");
  const regions = useRegions();
  const codes = useCodeWords();
  const edit = useAct(accounts.edit);
  const { id, name, confirmed, mayEdit, mergedIntoId, parentId, parentName, regionCode } = account;
  const confirm = () =>
    edit.mutate(
      { params: { accountId: id }, body: { confirmed: { from: false, to: true } } },
      {
        onSuccess: ({ operationId }) => {
          void forget(accounts.show, accounts.list, accounts.count);
          sayActed(t("confirmedDone", { name }), operationId);
        },
        onError: (failure) => sayFailed(sayFailure(shell, failure).happened),
      },
    );
  const canConfirm = !confirmed && mayEdit;
  return (
    <RecordLayout
      crumbs={[{ words: t("title"), href: listHref("account", "/accounts") }]}
      neighbours={neighboursOf("account", id, (other) => `/accounts/${other}`)}
      name={name}
      beside={confirmed ? undefined : <Pill tone="soon">{t("unconfirmed")}</Pill>}
      line={
        <DottedLine>
          {account.place === null ? t(`kind.${account.kind}`) : t(`place.${account.place}`)}
          {account.industryCode === null ? null : codes.name("industry", account.industryCode)}
          {regionCode === null ? null : <span className="ink3">{regions.name(regionCode)}</span>}
          {parentId !== null && parentName === null ? <span className="ink3">{t("parentOut")}</span> : null}
          {parentId === null || parentName === null ? null : (
            <Anchor className="link" href={`/accounts/${parentId}`}>
              {t("parent", { name: parentName })}
            </Anchor>
          )}
        </DottedLine>
      }
      acts={
        <>
          {scope}
          {more}
          {canConfirm ? (
            <Button look="solid" icon={Check} busy={edit.isPending} title={t("confirmWhy")} onClick={confirm}>
              {t("confirm")}
            </Button>
          ) : null}
        </>
      }
      phoneMenu={more}
      phoneActs={
        canConfirm ? (
          <Button size="large" look="solid" busy={edit.isPending} onClick={confirm}>
            {t("confirm")}
          </Button>
        ) : undefined
      }
      facts={
        <>
          <AccountFacts account={account} title={t("company")} {...(besideFact === undefined ? {} : { besideFact })} />
          <AddedFacts object="account" recordId={id} />
        </>
      }
      rail={related}
      phoneTabs={{ centre: t("tab.timeline"), facts: t("tab.facts"), rail: t("tab.related") }}
    >
      {mergedIntoId === null ? null : (
        <div className="quoted row g8 wrap t13">
          <span>{t("merged")}</span>
          <Anchor className="link" href={`/accounts/${mergedIntoId}`}>
            {t("openMerged")}
          </Anchor>
          {part}
        </div>
      )}
      {group}
      {timeline}
    </RecordLayout>
  );
}
