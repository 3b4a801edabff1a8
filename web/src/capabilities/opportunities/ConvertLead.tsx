import { leads, type Lead } from "@tongzhou/contract/leads";
import { ArrowRight } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { forget } from "../../platform/http/queries.ts";
import { useMay } from "../../platform/session/session.ts";
import { Button } from "../../ui/controls/Button.tsx";
import { usePhone } from "../../ui/hooks/useMedia.ts";
import { ConvertLeadDialog } from "./ConvertLeadDialog.tsx";

/** The button on a lead's page that makes it an opportunity. Draws nothing for whoever may not. */
export function ConvertLead({ lead }: { lead: Lead }) {
  const { t } = useTranslation("opportunities");
  const [asking, setAsking] = useState(false);
  const mayCreate = useMay("opportunity", "edit");
  const size = usePhone() ? "large" : "middle";
  if (!mayCreate || !lead.may.edit) return null;
  const { id, contact, account, productLine } = lead;
  return (
    <>
      <Button look="solid" size={size} icon={ArrowRight} onClick={() => setAsking(true)}>
        {t("convert")}
      </Button>
      {asking ? (
        <ConvertLeadDialog
          lead={{ id, contactName: contact.name, account, productLineName: productLine?.name ?? null }}
          onClose={() => setAsking(false)}
          onConverted={() => void forget(leads.show, leads.list, leads.count, leads.today)}
        />
      ) : null}
    </>
  );
}
