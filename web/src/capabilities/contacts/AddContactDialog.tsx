import { contacts } from "@tongzhou/contract/contacts";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useFieldsOfDraft } from "../../platform/custom-fields/useFieldsOfDraft.tsx";
import { forget } from "../../platform/http/queries.ts";
import { sayFailure } from "../../platform/http/say-failure.ts";
import { useAct } from "../../platform/http/useAct.ts";
import { sayActed } from "../../platform/undo/say-acted.ts";
import { Button } from "../../ui/controls/Button.tsx";
import { ErrorNote } from "../../ui/feedback/ErrorNote.tsx";
import { sayDone } from "../../ui/feedback/toast.ts";
import { TextField } from "../../ui/fields/TextField.tsx";
import { Dialog } from "../../ui/layers/Dialog.tsx";
import { FootNote } from "../../ui/layers/FootNote.tsx";
import { useNavigateTo } from "../../ui/navigation/navigate.ts";

const orNull = (typed: string): string | null => (typed.trim() === "" ? null : typed.trim());

/** Adds a person, or opens the one who is already here. */
export function AddContactDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation("contacts");
  const { t: ui } = useTranslation("ui");
  const { t: shell } = useTranslation("shell");
  const [draft, setDraft] = useState({ name: "", phone: "", email: "", company: "", title: "" });
  const create = useAct(contacts.create);
  const added = useFieldsOfDraft("contact", create.error);
  const navigate = useNavigateTo();
  const { name, phone, email, company, title } = draft;
  const isEmpty = name.trim() === "" && phone.trim() === "" && email.trim() === "";
  const field = (key: keyof typeof draft) => (value: string) => setDraft({ ...draft, [key]: value });
  const identifiers = (["phone", "email"] as const)
    .map((kind) => ({ kind, value: draft[kind].trim() }))
    .filter(({ value }) => value !== "");
  const wrong = (kind: "phone" | "email") => {
    const at = identifiers.findIndex((each) => each.kind === kind);
    const error = create.error;
    if (at < 0 || error === null || !("field" in error)) return {};
    const said = (error as { field: (pointer: string) => string | undefined }).field(`/identifiers/${at}/value`);
    return said === undefined ? {} : { wrong: said };
  };
  const run = () =>
    create.mutate(
      {
        body: { name: orNull(name), title: orNull(title), company: orNull(company), identifiers, custom: added.custom },
      },
      {
        onSuccess: ({ answer, operationId }) => {
          void forget(contacts.list, contacts.count);
          if (answer.created) sayActed(t("created", { name: orNull(name) ?? t("nameless") }), operationId);
          else sayDone(t("foundOne"));
          onClose();
          navigate.go(`/contacts/${answer.contactId}`);
        },
      },
    );
  const whyOff = isEmpty ? t("nobody") : added.missing;
  const said = create.error === null ? undefined : sayFailure(shell, create.error);
  return (
    <Dialog
      title={t("create")}
      onClose={onClose}
      onSubmit={() => {
        if (whyOff === undefined) run();
      }}
      foot={
        <>
          <FootNote>{whyOff}</FootNote>
          <Button onClick={onClose}>{ui("cancel")}</Button>
          <Button look="solid" type="submit" busy={create.isPending} whyOff={whyOff}>
            {t("save")}
          </Button>
        </>
      }
    >
      <div className="col g16">
        <p className="t13 ink2">{t("createHint")}</p>
        <TextField label={t("field.name")} value={name} onChange={field("name")} maxLength={200} />
        <TextField
          label={t("kind.phone")}
          inputMode="tel"
          value={phone}
          onChange={field("phone")}
          maxLength={200}
          {...wrong("phone")}
        />
        <TextField
          label={t("kind.email")}
          inputMode="email"
          value={email}
          onChange={field("email")}
          maxLength={200}
          {...wrong("email")}
        />
        <TextField label={t("company")} value={company} onChange={field("company")} maxLength={200} />
        <TextField label={t("field.title")} value={title} onChange={field("title")} maxLength={200} />
        {added.inputs}
        {said === undefined ? null : <ErrorNote happened={said.happened}>{said.todo}</ErrorNote>}
      </div>
    </Dialog>
  );
}
