import { useQuery } from "@tanstack/react-query";
import { accounts } from "@tongzhou/contract/accounts";
import { contacts } from "@tongzhou/contract/contacts";
import { leads, type Lead } from "@tongzhou/contract/leads";
import { useTranslation } from "react-i18next";
import { AddedFacts } from "../../platform/custom-fields/AddedFacts.tsx";
import { useFormat } from "../../platform/format/useFormat.ts";
import { reading } from "../../platform/http/queries.ts";
import { choiceKind, editableFact, longKind, textKind, type FactKind } from "../../platform/record/editable-fact.tsx";
import { useChange } from "../../platform/record/use-change.ts";
import type { Fact } from "../../ui/record/fact-types.ts";
import { FactList } from "../../ui/record/FactList.tsx";
import { Anchor } from "../../ui/navigation/Anchor.tsx";
import { AccountFacts } from "../accounts/index.ts";
import { ContactFacts } from "../contacts/index.ts";
import { useProductLines } from "../products/index.ts";
import { useLeadWords } from "./useLeadWords.ts";

/** Who the lead is: the person, the company, and where it comes from. */
export function LeadFacts({ lead }: { lead: Lead }) {
  const { t } = useTranslation("leads");
  const contactId = lead.contact.id;
  const accountId = lead.account?.id ?? "";
  const contact = useQuery(reading(contacts.show, { params: { contactId } }));
  const account = useQuery({ ...reading(accounts.show, { params: { accountId } }), enabled: lead.account !== null });
  return (
    <>
      {contact.data === undefined ? null : <ContactFacts contact={contact.data} />}
      {account.data === undefined ? null : <AccountFacts short account={account.data} title={account.data.name} />}
      <FactList title={t("leadFacts")} facts={useOriginFacts(lead)} />
      <AddedFacts object="lead" recordId={lead.id} />
    </>
  );
}

function useOriginFacts(lead: Lead): Fact[] {
  const { t } = useTranslation("leads");
  const format = useFormat();
  const words = useLeadWords();
  const lines = useProductLines();
  const { change, when, nobody } = useChange(leads.edit, { leadId: lead.id }, [leads.show, leads.list, leads.today]);
  const editable = (
    id: "productLineId" | "source" | "note",
    label: string,
    value: string | null,
    kind: FactKind<string>,
    show: (value: string) => string = (text) => text,
  ): Fact =>
    editableFact<string>({
      id,
      label,
      value,
      kind,
      show,
      when,
      nobody,
      save: lead.may.edit
        ? (from, to) => change(t("factChanged", { field: label }), { [id]: { from, to } })
        : undefined,
    });
  const line = lead.productLine;
  const lineName = (id: string): string => (id === line?.id ? line.name : (lines.nameOf(id) ?? "…"));
  const { campaign, parkedUntil, reason } = lead;
  return [
    editable("productLineId", t("fact.productLine"), line?.id ?? null, choiceKind(lines.options, true), lineName),
    {
      id: "campaign",
      label: t("fact.campaign"),
      ...(campaign === null
        ? {}
        : {
            shown: (
              <Anchor className="link" href={`/campaigns/${campaign.id}`}>
                {campaign.name}
              </Anchor>
            ),
          }),
    },
    editable("source", t("fact.source"), lead.source, textKind),
    {
      id: "captured",
      label: t("fact.captured"),
      shown: format.moment(lead.capturedAt),
      ...(lead.cycle > 1 ? { beside: t("cycleOf", { cycle: lead.cycle }) } : {}),
    },
    { id: "owner", label: t("fact.owner"), shown: words.holder(lead.holder) },
    ...(parkedUntil === null ? [] : [{ id: "parked", label: t("fact.parked"), shown: format.day(parkedUntil) }]),
    ...(reason === null ? [] : [{ id: "reason", label: t("fact.reason"), shown: words.reason(reason) }]),
    editable("note", t("fact.note"), lead.note, longKind),
  ];
}
