import { accounts } from "@tongzhou/contract/accounts";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { FormDialog } from "../../platform/forms/FormDialog.tsx";
import { useAct } from "../../platform/http/useAct.ts";
import { sayActed } from "../../platform/undo/say-acted.ts";
import { sayDone } from "../../ui/feedback/toast.ts";
import { TextField } from "../../ui/fields/TextField.tsx";
import { forgetTrees } from "./useMoveCompany.ts";

/** Puts a company below another one by its name: the one that is here already, or a further one. */
export function AddBelowDialog({ above, onClose }: { above: { id: string; name: string }; onClose: () => void }) {
  const { t } = useTranslation("groups");
  const [name, setName] = useState("");
  const create = useAct(accounts.create);
  const submit = () =>
    create.mutate(
      { body: { name, parentId: above.id } },
      {
        onSuccess({ answer, operationId }) {
          void forgetTrees();
          if (operationId === undefined) sayDone(t("moved", { name, above: above.name }));
          else sayActed(t(answer.created ? "added" : "moved", { name, above: above.name }), operationId);
          onClose();
        },
      },
    );
  return (
    <FormDialog
      title={t("addBelowOf", { name: above.name })}
      act={t("addBelow")}
      onClose={onClose}
      onSubmit={submit}
      busy={create.isPending}
      failure={create.error}
      whyOff={name.trim() === "" ? t("nameMissing") : undefined}
    >
      <TextField label={t("name")} hint={t("addMeans")} value={name} onChange={setName} maxLength={200} />
    </FormDialog>
  );
}
