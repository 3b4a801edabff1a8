import { useQuery } from "@tanstack/react-query";
import type { Account } from "@tongzhou/contract/accounts";
import { households, type Household } from "@tongzhou/contract/households";
import { Ellipsis, Split, UserPlus } from "lucide-react";
import { lazy, Suspense, useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { ReadFailure } from "../../platform/errors/ReadFailure.tsx";
import { reading } from "../../platform/http/queries.ts";
import { listHref, neighboursOf } from "../../platform/lists/list-memory.ts";
import { useRegions } from "../../platform/regions/useRegions.ts";
import { Button } from "../../ui/controls/Button.tsx";
import { Empty } from "../../ui/feedback/Empty.tsx";
import { SkeletonRows } from "../../ui/feedback/SkeletonRows.tsx";
import { Menu } from "../../ui/layers/Menu.tsx";
import { DottedLine } from "../../ui/record/DottedLine.tsx";
import { RecordLayout } from "../../ui/record/RecordLayout.tsx";
import { Tag } from "../../ui/signs/Marks.tsx";
import { AccountFacts } from "../accounts/index.ts";
import { usePeople } from "../people/index.ts";
import { HouseholdRail } from "./HouseholdRail.tsx";
import { MemberCards } from "./MemberCards.tsx";

const AddMemberDialog = lazy(async () => ({ default: (await import("./AddMemberDialog.tsx")).AddMemberDialog }));
const SplitDialog = lazy(async () => ({ default: (await import("./SplitDialog.tsx")).SplitDialog }));
const JoinDialog = lazy(async () => ({ default: (await import("./JoinDialog.tsx")).JoinDialog }));

type Act = "add" | "split" | "join";

export interface HouseholdRecordProps {
  account: Account;
  timeline: ReactNode;
}

/** A family in one picture: who is what in it, one timeline, what all of them are interested in. */
export function HouseholdRecord({ account, timeline }: HouseholdRecordProps) {
  const read = useQuery(reading(households.show, { params: { householdId: account.id } }));
  if (read.isPending) return <SkeletonRows edge rows={8} height={56} />;
  if (read.isError) {
    return (
      <div style={{ padding: "24px" }}>
        <ReadFailure failure={read.error} onRetry={() => void read.refetch()} />
      </div>
    );
  }
  return <ShownHousehold account={account} household={read.data} timeline={timeline} />;
}

function ShownHousehold({ account, household, timeline }: HouseholdRecordProps & { household: Household }) {
  const { t } = useTranslation("households");
  const { t: ofAccounts } = useTranslation("accounts");
  const regions = useRegions();
  const people = usePeople();
  const [act, setAct] = useState<Act>();
  const { id, regionCode, ownerId } = account;
  const { present, mayEdit, name } = household;
  const owner = people.nameOf(ownerId);
  const more = mayEdit ? (
    <Menu
      label={name}
      items={[
        ...(present.length > 1 ? [{ id: "split", icon: Split, words: t("split"), run: () => setAct("split") }] : []),
        { id: "join", words: t("join"), run: () => setAct("join") },
      ]}
      renderOpener={(opener) => <Button {...opener} look="quiet" icon={Ellipsis} label={t("more")} />}
    />
  ) : null;
  const add = (
    <Button icon={UserPlus} onClick={() => setAct("add")}>
      {t("add")}
    </Button>
  );
  return (
    <RecordLayout
      crumbs={[{ words: ofAccounts("title"), href: listHref("account", "/accounts") }]}
      neighbours={neighboursOf("account", id, (other) => `/accounts/${other}`)}
      name={name}
      avatar={false}
      beside={<Tag>{t("household")}</Tag>}
      line={
        <DottedLine>
          {t("howMany", { count: present.length })}
          {regionCode === null ? null : <span className="ink3">{regions.name(regionCode)}</span>}
          {owner === undefined ? null : <span className="ink3">{t("owner", { name: owner })}</span>}
        </DottedLine>
      }
      acts={
        mayEdit ? (
          <>
            {add}
            {more}
          </>
        ) : null
      }
      phoneMenu={more}
      phoneActs={
        mayEdit ? (
          <Button size="large" icon={UserPlus} onClick={() => setAct("add")}>
            {t("add")}
          </Button>
        ) : undefined
      }
      facts={<AccountFacts account={account} title={t("household")} />}
      rail={<HouseholdRail household={household} />}
      phoneTabs={{ centre: t("tab.family"), facts: ofAccounts("tab.facts"), rail: ofAccounts("tab.related") }}
    >
      {present.length === 0 ? <Empty title={t("empty")}>{t("emptyWhy")}</Empty> : <MemberCards household={household} />}
      {timeline}
      {act === undefined ? null : (
        <Suspense fallback={null}>
          {act === "add" ? <AddMemberDialog household={household} onClose={() => setAct(undefined)} /> : null}
          {act === "split" ? <SplitDialog household={household} onClose={() => setAct(undefined)} /> : null}
          {act === "join" ? <JoinDialog household={household} onClose={() => setAct(undefined)} /> : null}
        </Suspense>
      )}
    </RecordLayout>
  );
}
