import { privacy } from "@tongzhou/contract/privacy";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { FormDialog } from "../../platform/forms/FormDialog.tsx";
import { useAct } from "../../platform/http/useAct.ts";
import { TextField } from "../../ui/fields/TextField.tsx";
import { sayDone } from "../../ui/feedback/toast.ts";

/** Makes the link by which a person sees and changes what they allowed, and copies it. */
export function CopyPreferenceLink({ contactId, onClose }: { contactId: string; onClose: () => void }) {
  const { t } = useTranslation("privacy");
  const [link, setLink] = useState<string>();
  const make = useAct(privacy.makePreferenceLink);
  const copy = async (address: string) => {
    try {
      await navigator.clipboard.writeText(address);
      sayDone(t("linkCopied"));
      onClose();
    } catch {
      // A page without the right to the clipboard shows the link to be copied by hand.
      setLink(address);
    }
  };
  const run = () => {
    if (link !== undefined) return void copy(link);
    make.mutate(
      { params: { contactId } },
      { onSuccess: ({ answer }) => void copy(`${window.location.origin}/preferences/${answer.token}`) },
    );
  };
  return (
    <FormDialog
      title={t("preferenceLink")}
      act={t("copyLink")}
      onClose={onClose}
      onSubmit={run}
      busy={make.isPending}
      failure={make.error}
    >
      <p className="t14 ink2">{t("preferenceLinkMeans")}</p>
      {link === undefined ? null : (
        <TextField label={t("preferenceLink")} value={link} onChange={() => undefined} readOnly />
      )}
    </FormDialog>
  );
}
