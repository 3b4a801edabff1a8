import { accounts } from "@tongzhou/contract/accounts";
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

/** Adds a company, or opens the one that is already here. */
export function AddAccountDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation("accounts");
  const { t: ui } = useTranslation("ui");
  const { t: shell } = useTranslation("shell");
  const [name, setName] = useState("");
  const [code, setCode] = useState("");
  const create = useAct(accounts.create);
  const added = useFieldsOfDraft("account", create.error);
  const navigate = useNavigateTo();
  const isEmpty = name.trim() === "";
  const run = () =>
    create.mutate(
      { body: { name, creditCode: code.trim() === "" ? null : code, custom: added.custom } },
      {
        onSuccess: ({ answer, operationId }) => {
          void forget(accounts.list, accounts.count);
          if (answer.created) sayActed(t("created", { name }), operationId);
          else sayDone(t("foundOne"));
          onClose();
          navigate.go(`/accounts/${answer.accountId}`);
        },
      },
    );
  const said = create.error === null ? undefined : sayFailure(shell, create.error);
  return (
    <Dialog
      title={t("create")}
      onClose={onClose}
      onSubmit={() => {
        if (!isEmpty && added.missing === undefined) run();
      }}
      foot={
        <>
          <FootNote>{added.missing}</FootNote>
          <Button onClick={onClose}>{ui("cancel")}</Button>
          <Button look="solid" type="submit" busy={create.isPending} disabled={isEmpty} whyOff={added.missing}>
            {t("save")}
          </Button>
        </>
      }
    >
      <div className="col g16">
        <TextField label={t("field.name")} value={name} onChange={setName} maxLength={200} />
        <TextField label={t("creditCode")} hint={t("creditHint")} value={code} onChange={setCode} maxLength={40} />
        {added.inputs}
        {said === undefined ? null : <ErrorNote happened={said.happened}>{said.todo}</ErrorNote>}
      </div>
    </Dialog>
  );
}
