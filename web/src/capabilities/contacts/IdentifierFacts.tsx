import { contacts, type Contact, type Identifier } from "@tongzhou/contract/contacts";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../platform/format/useFormat.ts";
import { call } from "../../platform/http/call.ts";
import { sayFailure } from "../../platform/http/say-failure.ts";
import { sayFailed } from "../../ui/feedback/toast.ts";
import type { Fact } from "../../ui/record/fact-types.ts";
import { FactList } from "../../ui/record/FactList.tsx";
import { AddIdentifierDialog } from "./AddIdentifierDialog.tsx";
import { isContactPoint, useIdentifierWords } from "./useIdentifierWords.ts";

/** The numbers and mailboxes of a person; masked ones can be looked behind, which is written down. */
export function IdentifierFacts({ contact }: { contact: Contact }) {
  const { t } = useTranslation("contacts");
  const words = useIdentifierWords();
  const [isAdding, setAdding] = useState(false);
  const shown = contact.identifiers.filter(isContactPoint);
  const facts: Fact[] = shown.map((identifier) => ({
    id: identifier.id,
    label: words.kind(identifier.kind),
    shown: <ShownValue contact={contact} identifier={identifier} />,
  }));
  const none: Fact = { id: "none", label: t("kind.phone"), missing: t("noNumber") };
  return (
    <>
      <FactList title={t("reach")} facts={facts.length === 0 ? [none] : facts} />
      {contact.mayEdit ? (
        <button type="button" className="link t12" style={{ margin: "-8px 0 16px" }} onClick={() => setAdding(true)}>
          {t("addIdentifier")}
        </button>
      ) : null}
      {isAdding ? <AddIdentifierDialog contactId={contact.id} onClose={() => setAdding(false)} /> : null}
    </>
  );
}

function ShownValue({ contact, identifier }: { contact: Contact; identifier: Identifier }) {
  const { t } = useTranslation("contacts");
  const { t: shell } = useTranslation("shell");
  const format = useFormat();
  const [revealed, setRevealed] = useState<string>();
  const { id, kind, value, visibility } = identifier;
  const text = revealed ?? value;
  const written = kind === "phone" ? format.phone(text) : text;
  const reveal = async () => {
    try {
      const { value: whole } = await call(contacts.reveal, { params: { contactId: contact.id, identifierId: id } });
      setRevealed(whole);
    } catch (failure) {
      sayFailed(sayFailure(shell, failure).happened);
    }
  };
  const isMasked = visibility === "masked" && revealed === undefined;
  return (
    <span className="row g8 wrap">
      {kind === "phone" && !isMasked ? (
        <a className="link" href={`tel:${text}`}>
          {written}
        </a>
      ) : (
        <span>{written}</span>
      )}
      {isMasked && contact.mayReveal ? (
        <button type="button" className="link t12" onClick={() => void reveal()}>
          {t("reveal")}
        </button>
      ) : null}
    </span>
  );
}
