import { privacy, type PrivacyAsker, type PrivacyPreview } from "@tongzhou/contract/privacy";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { FormDialog } from "../../platform/forms/FormDialog.tsx";
import { queryClient } from "../../platform/http/queries.ts";
import { useAct } from "../../platform/http/useAct.ts";
import { sayDone } from "../../ui/feedback/toast.ts";
import { TextField } from "../../ui/fields/TextField.tsx";

export interface EraseDialogProps {
  preview: PrivacyPreview;
  asked: { askedBy: PrivacyAsker; askedOn: string };
  onErased: () => void;
  onClose: () => void;
}

/** Says what goes and what stays, and asks for the name before somebody is forgotten for ever. */
export function EraseDialog({ preview, asked, onErased, onClose }: EraseDialogProps) {
  const { t } = useTranslation("privacy");
  const { contactId, name } = preview;
  const [typed, setTyped] = useState("");
  const erase = useAct(privacy.erasePerson);
  // Who has no name is confirmed by a word instead.
  const wanted = name ?? t("eraseWord");
  const run = () =>
    erase.mutate(
      { params: { contactId }, body: { ...asked, confirmed: typed.trim() } },
      {
        onSuccess() {
          void queryClient.invalidateQueries();
          sayDone(t("erased"));
          onErased();
          onClose();
        },
      },
    );
  return (
    <FormDialog
      title={t("eraseTitle", { name: name ?? t("nameless") })}
      act={t("eraseNow")}
      onClose={onClose}
      onSubmit={run}
      busy={erase.isPending}
      failure={erase.error}
      whyOff={typed.trim() === wanted ? undefined : t("lacks.name", { name: wanted })}
    >
      <div className="col g8 t14 ink2">
        <p>{t("eraseGoes")}</p>
        <p>{t("eraseStays")}</p>
        <p className="b">{t("eraseForEver")}</p>
      </div>
      <TextField label={t("typeName", { name: wanted })} value={typed} onChange={setTyped} autoComplete="off" />
    </FormDialog>
  );
}
