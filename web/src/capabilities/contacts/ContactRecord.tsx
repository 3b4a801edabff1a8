import { useQuery } from "@tanstack/react-query";
import { contacts, type Contact } from "@tongzhou/contract/contacts";
import { Phone } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { AddedFacts } from "../../platform/custom-fields/AddedFacts.tsx";
import { ReadFailure } from "../../platform/errors/ReadFailure.tsx";
import { reading } from "../../platform/http/queries.ts";
import { listHref, neighboursOf } from "../../platform/lists/list-memory.ts";
import { useRegions } from "../../platform/regions/useRegions.ts";
import { Button } from "../../ui/controls/Button.tsx";
import { SkeletonRows } from "../../ui/feedback/SkeletonRows.tsx";
import { Anchor } from "../../ui/navigation/Anchor.tsx";
import { DottedLine } from "../../ui/record/DottedLine.tsx";
import { RecordLayout } from "../../ui/record/RecordLayout.tsx";
import { ContactFacts } from "./ContactFacts.tsx";
import { MembershipsOf } from "./memberships/MembershipsOf.tsx";
import { useContactWords } from "./useContactWords.ts";
import { useDial } from "./useDial.ts";

export interface ContactRecordProps {
  contactId: string;
  timeline: ReactNode;
  /** What other capabilities know of the person: leads, opportunities. */
  related?: ReactNode;
  /** What other capabilities can do with the person. */
  acts?: ReactNode;
  /** How a merged record becomes one of its own again. */
  part?: ReactNode;
}

/** The page of one person. */
export function ContactRecord({ contactId, ...parts }: ContactRecordProps) {
  const read = useQuery(reading(contacts.show, { params: { contactId } }));
  if (read.isPending) return <SkeletonRows edge rows={8} height={56} />;
  if (read.isError) {
    return (
      <div style={{ padding: "24px" }}>
        <ReadFailure failure={read.error} onRetry={() => void read.refetch()} />
      </div>
    );
  }
  return <ShownContact contact={read.data} {...parts} />;
}

function ShownContact(props: Omit<ContactRecordProps, "contactId"> & { contact: Contact }) {
  const { contact, timeline, related, acts, part } = props;
  const { t } = useTranslation("contacts");
  const words = useContactWords();
  const regions = useRegions();
  const dial = useDial();
  const { account, mergedIntoId, regionCode, aliases } = contact;
  const phone = contact.identifiers.find(({ kind }) => kind === "phone");
  const call = () => {
    if (phone === undefined) return;
    const { id, value, visibility } = phone;
    void dial({ contactId: contact.id, identifierId: id, value, masked: visibility === "masked" });
  };
  return (
    <RecordLayout
      crumbs={[{ words: t("title"), href: listHref("contact", "/contacts") }]}
      neighbours={neighboursOf("contact", contact.id, (id) => `/contacts/${id}`)}
      name={words.name(contact)}
      line={
        <DottedLine>
          {contact.title}
          {account === null ? null : (
            <Anchor className="link" href={`/accounts/${account.id}`}>
              {account.name}
            </Anchor>
          )}
          {regionCode === null ? null : <span className="ink3">{regions.name(regionCode)}</span>}
          {aliases.length === 0 ? null : <span className="ink3">{t("aliases", { names: aliases.join(" ") })}</span>}
        </DottedLine>
      }
      acts={
        <>
          {acts}
          {phone === undefined ? null : (
            <Button icon={Phone} shortcut="d" onClick={call}>
              {t("call")}
            </Button>
          )}
        </>
      }
      phoneMenu={acts}
      phoneActs={
        phone === undefined ? undefined : (
          <Button size="large" look="solid" icon={Phone} onClick={call}>
            {t("call")}
          </Button>
        )
      }
      facts={
        <>
          <ContactFacts contact={contact} />
          <AddedFacts object="contact" recordId={contact.id} />
        </>
      }
      rail={
        <>
          <MembershipsOf contact={contact} />
          {related}
        </>
      }
      phoneTabs={{ centre: t("tab.timeline"), facts: t("tab.facts"), rail: t("tab.related") }}
    >
      {mergedIntoId === null ? null : (
        <div className="quoted row g8 wrap t13">
          <span>{t("merged")}</span>
          <Anchor className="link" href={`/contacts/${mergedIntoId}`}>
            {t("openMerged")}
          </Anchor>
          {part}
        </div>
      )}
      {timeline}
    </RecordLayout>
  );
}
