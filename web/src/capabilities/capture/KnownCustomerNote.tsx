import type { KnownContact, KnownCustomer, KnownLead } from "@tongzhou/contract/capture";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../platform/format/useFormat.ts";
import { Button } from "../../ui/controls/Button.tsx";
import { Anchor } from "../../ui/navigation/Anchor.tsx";
import { useNavigateTo } from "../../ui/navigation/navigate.ts";
import styles from "./KnownCustomerNote.module.css";

export interface KnownCustomerNoteProps {
  known: KnownCustomer | undefined;
  /** Called when somebody goes there. */
  onLeave: () => void;
}

/** Who of what was typed is here already, as far as the viewer may see, and where to go instead of typing on. */
export function KnownCustomerNote({ known, onLeave }: KnownCustomerNoteProps) {
  const { t } = useTranslation("capture");
  const contact = known?.contact ?? null;
  const account = known?.account ?? null;
  return (
    <output className={styles.note} data-known={contact !== null || account !== null || undefined}>
      {contact === null ? null : <KnownPerson contact={contact} onLeave={onLeave} />}
      {/* The company is not worth a line of its own when the person is in it. */}
      {account === null || account.name === contact?.company ? null : (
        <div className={styles.known}>
          <span className="grow">
            <b>{t("knownAccount", { name: account.name })}</b>
            <small>{account.ownerName === null ? t("noOwner") : t("ownedBy", { name: account.ownerName })}</small>
          </span>
          <OpenButton href={`/accounts/${account.id}`} onLeave={onLeave} />
        </div>
      )}
    </output>
  );
}

function KnownPerson({ contact, onLeave }: { contact: KnownContact; onLeave: () => void }) {
  const { t } = useTranslation("capture");
  const format = useFormat();
  const facts = [
    contact.company,
    contact.phone === null ? null : format.phone(contact.phone),
    contact.ownerName === null ? null : t("ownedBy", { name: contact.ownerName }),
  ].filter((fact) => fact !== null);
  return (
    <div className={styles.known}>
      <span className="grow">
        <b>{t(`met.${contact.metBy}`, { name: contact.name ?? t("nameless") })}</b>
        {facts.length === 0 ? null : <small>{facts.join(" · ")}</small>}
        {contact.openLeads.map((lead) => (
          <small key={lead.id}>
            <OpenLead lead={lead} onLeave={onLeave} />
          </small>
        ))}
      </span>
      <OpenButton href={`/contacts/${contact.id}`} onLeave={onLeave} />
    </div>
  );
}

function OpenButton({ href, onLeave }: { href: string; onLeave: () => void }) {
  const { t } = useTranslation("capture");
  const navigate = useNavigateTo();
  const open = () => {
    onLeave();
    navigate.go(href);
  };
  return (
    <Button size="small" onClick={open}>
      {t("open")}
    </Button>
  );
}

/** One open lead in a line: in which product line, how far, with whom. */
function OpenLead({ lead, onLeave }: { lead: KnownLead; onLeave: () => void }) {
  const { t } = useTranslation("capture");
  const { t: leads } = useTranslation("leads");
  const holder = lead.ownerName ?? (lead.pool === null ? "" : leads(`pool.${lead.pool}`));
  const words = t("openLead", {
    line: lead.productLine?.name ?? t("unknownLine"),
    stage: leads(`stage.${lead.stage}`),
    holder,
  });
  return (
    <Anchor href={`/leads/${lead.id}`} className={styles.lead} onClick={onLeave}>
      {words}
    </Anchor>
  );
}
