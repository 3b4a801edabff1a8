import type { Contact } from "@tongzhou/contract/contacts";
import { memberships, type Membership } from "@tongzhou/contract/memberships";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { FormDialog } from "../../../platform/forms/FormDialog.tsx";
import { useFormat } from "../../../platform/format/useFormat.ts";
import { useAct } from "../../../platform/http/useAct.ts";
import { sayActed } from "../../../platform/undo/say-acted.ts";
import { DateField } from "../../../ui/fields/DateField.tsx";
import { forgetMemberships } from "./forget-memberships.ts";

export interface EndJobDialogProps {
  contact: Contact;
  membership: Membership;
  onClose: () => void;
}

/** Somebody is no longer at a company: since when. */
export function EndJobDialog({ contact, membership, onClose }: EndJobDialogProps) {
  const { t } = useTranslation("memberships");
  const format = useFormat();
  const today = format.isoDay(format.now);
  const [on, setOn] = useState<string | undefined>(today);
  const end = useAct(memberships.end);
  const { id, accountName, since } = membership;
  const submit = () => {
    if (on === undefined) return;
    end.mutate(
      { params: { contactId: contact.id, membershipId: id }, body: { on } },
      {
        onSuccess({ operationId }) {
          forgetMemberships();
          sayActed(t("left", { account: accountName }), operationId);
          onClose();
        },
      },
    );
  };
  return (
    <FormDialog
      title={t("leaveTitle", { account: accountName })}
      act={t("leaveAct")}
      onClose={onClose}
      onSubmit={submit}
      busy={end.isPending}
      failure={end.error}
      whyOff={on === undefined ? t("dayMissing") : undefined}
    >
      <p className="t13 ink2">{t("leaveWhy")}</p>
      <DateField label={t("lastDay")} value={on} onChange={setOn} from={since} to={today} />
    </FormDialog>
  );
}
