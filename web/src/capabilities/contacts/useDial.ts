import { contacts } from "@tongzhou/contract/contacts";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../platform/format/useFormat.ts";
import { call } from "../../platform/http/call.ts";
import { sayFailure } from "../../platform/http/say-failure.ts";
import { sayDone, sayFailed } from "../../ui/feedback/toast.ts";

/** A number somebody may be called by, as a list or a record shows it. */
export interface Dialled {
  contactId: string;
  identifierId: string;
  value: string;
  masked: boolean;
}

/** Calls a number: looks behind its mask where there is one, and hands it to the telephone of the device. */
export function useDial(): (dialled: Dialled) => Promise<void> {
  const { t } = useTranslation("contacts");
  const { t: shell } = useTranslation("shell");
  const format = useFormat();
  return async ({ contactId, identifierId, value, masked }) => {
    try {
      const number = masked ? (await call(contacts.reveal, { params: { contactId, identifierId } })).value : value;
      sayDone(t("dialling", { number: format.phone(number) }));
      window.location.assign(`tel:${number}`);
    } catch (failure) {
      sayFailed(sayFailure(shell, failure).happened);
    }
  };
}
