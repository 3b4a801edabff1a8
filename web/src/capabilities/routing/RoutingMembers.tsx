import { useQuery } from "@tanstack/react-query";
import { routing, type RoutingMemberRow } from "@tongzhou/contract/routing";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ReadFailure } from "../../platform/errors/ReadFailure.tsx";
import { useFormat } from "../../platform/format/useFormat.ts";
import { FormDialog } from "../../platform/forms/FormDialog.tsx";
import { forget, reading } from "../../platform/http/queries.ts";
import { useAct } from "../../platform/http/useAct.ts";
import { hrefOf } from "../../platform/routing/useUrlState.ts";
import { sayActed } from "../../platform/undo/say-acted.ts";
import { Button } from "../../ui/controls/Button.tsx";
import { Switch } from "../../ui/controls/Switch.tsx";
import { Empty } from "../../ui/feedback/Empty.tsx";
import { SkeletonRows } from "../../ui/feedback/SkeletonRows.tsx";
import { NumberField } from "../../ui/fields/NumberField.tsx";
import { SectionHead } from "../../ui/record/SectionHead.tsx";
import { Figure } from "../../ui/signs/Figure.tsx";
import { PlainTable, type PlainColumn } from "../../ui/table/PlainTable.tsx";

/** Whom the rules may ask, how much each takes at most, and how much each has in hand. */
export function RoutingMembers({ mayEdit }: { mayEdit: boolean }) {
  const { t } = useTranslation("routing");
  const read = useQuery(reading(routing.members));
  const [asked, setAsked] = useState<RoutingMemberRow>();
  const columns = useMemberColumns(mayEdit ? setAsked : undefined);
  if (read.isError) return <ReadFailure failure={read.error} onRetry={() => void read.refetch()} />;
  return (
    <section>
      <SectionHead title={t("members")} note={t("membersMean")} />
      {read.data === undefined ? <SkeletonRows rows={4} height={40} /> : null}
      {read.data?.length === 0 ? <Empty title={t("noMembers")}>{t("noMembersWhy")}</Empty> : null}
      {read.data !== undefined && read.data.length > 0 ? (
        <PlainTable label={t("members")} rows={read.data} rowId={({ personId }) => personId} columns={columns} />
      ) : null}
      {asked === undefined ? null : <MemberDialog member={asked} onClose={() => setAsked(undefined)} />}
    </section>
  );
}

function useMemberColumns(onEdit: ((member: RoutingMemberRow) => void) | undefined): PlainColumn<RoutingMemberRow>[] {
  const { t } = useTranslation("routing");
  const format = useFormat();
  const leadsOf = (personId: string) =>
    hrefOf("/leads", {
      view: "all",
      filter: { combinator: "and", rules: [{ field: "lead.owner", operator: "in", value: [personId] }] },
    });
  return [
    { id: "name", head: t("person"), cell: ({ personName }) => <b>{personName}</b> },
    {
      id: "takes",
      head: t("takesLeads"),
      width: 110,
      cell: ({ takesLeads }) => (
        <span className={takesLeads ? "" : "ink3"}>{takesLeads ? t("takes") : t("takesNot")}</span>
      ),
    },
    {
      id: "inHand",
      head: t("inHand"),
      width: 90,
      align: "end",
      cell: ({ personId, inHand }) => (
        <Figure href={leadsOf(personId)} zero={inHand === 0}>
          {format.count(inHand)}
        </Figure>
      ),
    },
    {
      id: "capacity",
      head: t("capacity"),
      width: 90,
      align: "end",
      cell: ({ capacity }) => (capacity === null ? t("noLimit") : format.count(capacity)),
    },
    ...(onEdit === undefined
      ? []
      : [
          {
            id: "acts",
            head: "",
            width: 64,
            align: "end" as const,
            cell: (member: RoutingMemberRow) => (
              <Button size="tiny" onClick={() => onEdit(member)}>
                {t("edit")}
              </Button>
            ),
          },
        ]),
  ];
}

function MemberDialog({ member, onClose }: { member: RoutingMemberRow; onClose: () => void }) {
  const { t } = useTranslation("routing");
  const [takesLeads, setTakesLeads] = useState(member.takesLeads);
  const [capacity, setCapacity] = useState(member.capacity);
  const set = useAct(routing.setMember);
  const isSame = takesLeads === member.takesLeads && capacity === member.capacity;
  const submit = () =>
    set.mutate(
      { params: { personId: member.personId }, body: { takesLeads, capacity } },
      {
        onSuccess: ({ operationId }) => {
          void forget(routing.members);
          sayActed(t("memberSaved", { name: member.personName }), operationId);
          onClose();
        },
      },
    );
  return (
    <FormDialog
      title={member.personName}
      act={t("save")}
      onClose={onClose}
      onSubmit={submit}
      busy={set.isPending}
      failure={set.error}
      whyOff={isSame ? t("unchanged") : undefined}
    >
      <Switch on={takesLeads} onChange={setTakesLeads}>
        {t("takesFromRules")}
      </Switch>
      <NumberField
        label={t("capacity")}
        hint={t("capacityMeans")}
        placeholder={t("noLimit")}
        value={capacity}
        onChange={(value) => setCapacity(value === null ? null : Math.max(0, value))}
      />
    </FormDialog>
  );
}
