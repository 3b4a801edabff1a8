import { contacts } from "@tongzhou/contract/contacts";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { forget } from "../../platform/http/queries.ts";
import { sayFailure } from "../../platform/http/say-failure.ts";
import { useAct } from "../../platform/http/useAct.ts";
import { sayActed } from "../../platform/undo/say-acted.ts";
import { Button } from "../../ui/controls/Button.tsx";
import { Choices } from "../../ui/controls/Choices.tsx";
import { ErrorNote } from "../../ui/feedback/ErrorNote.tsx";
import { TextField } from "../../ui/fields/TextField.tsx";
import { Dialog } from "../../ui/layers/Dialog.tsx";

const KINDS = ["phone", "email", "wechat_id"] as const;

/** Adds a number or a mailbox to a person. */
export function AddIdentifierDialog({ contactId, onClose }: { contactId: string; onClose: () => void }) {
  const { t } = useTranslation("contacts");
  const { t: ui } = useTranslation("ui");
  const { t: shell } = useTranslation("shell");
  const [kind, setKind] = useState<(typeof KINDS)[number]>("phone");
  const [value, setValue] = useState("");
  const add = useAct(contacts.addIdentifier);
  const said = add.error === null ? undefined : sayFailure(shell, add.error);
  const run = () =>
    add.mutate(
      { params: { contactId }, body: { kind, value } },
      {
        onSuccess: ({ operationId }) => {
          void forget(contacts.show, contacts.list);
          sayActed(t("identifierAdded", { kind: t(`kind.${kind}`) }), operationId);
          onClose();
        },
      },
    );
  return (
    <Dialog
      title={t("addIdentifier")}
      onClose={onClose}
      onSubmit={() => {
        if (value.trim() !== "") run();
      }}
      foot={
        <>
          <Button onClick={onClose}>{ui("cancel")}</Button>
          <Button look="solid" type="submit" busy={add.isPending} disabled={value.trim() === ""}>
            {ui("save")}
          </Button>
        </>
      }
    >
      <div className="col g16">
        <Choices
          label={t("addIdentifier")}
          value={kind}
          onChange={setKind}
          options={KINDS.map((each) => ({ value: each, words: t(`kind.${each}`) }))}
        />
        <TextField label={t(`kind.${kind}`)} value={value} onChange={setValue} maxLength={200} />
        {said === undefined ? null : <ErrorNote happened={said.happened}>{said.todo}</ErrorNote>}
      </div>
    </Dialog>
  );
}
