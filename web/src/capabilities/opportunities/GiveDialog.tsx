import { opportunities, type OpportunityRow } from "@tongzhou/contract/opportunities";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { FormDialog } from "../../platform/forms/FormDialog.tsx";
import { useAct } from "../../platform/http/useAct.ts";
import { sayActed } from "../../platform/undo/say-acted.ts";
import { PersonField, usePeople } from "../people/index.ts";
import { refreshOpportunities } from "./refresh-opportunities.ts";

/** Gives it to somebody else; its lead follows. */
export function GiveDialog({ row, onClose }: { row: OpportunityRow; onClose: () => void }) {
  const { t } = useTranslation("opportunities");
  const [ownerId, setOwner] = useState<string>();
  const people = usePeople();
  const give = useAct(opportunities.give);
  const submit = () => {
    if (ownerId === undefined) return;
    give.mutate(
      { body: { opportunityIds: [row.id], ownerId } },
      {
        onSuccess({ operationId }) {
          void refreshOpportunities();
          sayActed(t("given", { name: row.name, owner: people.nameOf(ownerId) ?? "" }), operationId);
          onClose();
        },
        // Refused because somebody was faster: the page behind shows what it is now.
        onError: () => void refreshOpportunities(),
      },
    );
  };
  return (
    <FormDialog
      title={t("giveWhat", { name: row.name })}
      act={t("give")}
      onClose={onClose}
      onSubmit={submit}
      busy={give.isPending}
      failure={give.error}
      whyOff={ownerId === undefined ? t("ownerMissing") : undefined}
    >
      <PersonField
        label={t("newOwner")}
        value={ownerId}
        onChange={setOwner}
        hint={t("giveMeans", { owner: row.ownerName })}
      />
    </FormDialog>
  );
}
