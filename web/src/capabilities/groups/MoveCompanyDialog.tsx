import { accounts } from "@tongzhou/contract/accounts";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { RecordField } from "../../platform/fields/RecordField.tsx";
import { FormDialog } from "../../platform/forms/FormDialog.tsx";
import { useAct } from "../../platform/http/useAct.ts";
import { sayActed } from "../../platform/undo/say-acted.ts";
import { forgetTrees, type MovedCompany } from "./useMoveCompany.ts";

export interface MoveCompanyDialogProps {
  company: MovedCompany;
  /** The company it stands under now, as far as the viewer may know its name. */
  aboveName: string | null;
  onClose: () => void;
}

/** Chooses the company that another one goes under; none makes it the top of a group of its own. */
export function MoveCompanyDialog({ company, aboveName, onClose }: MoveCompanyDialogProps) {
  const { t } = useTranslation("groups");
  const { id, name, parentId } = company;
  const [above, setAbove] = useState<{ id: string; name: string } | null>(
    parentId === null ? null : { id: parentId, name: aboveName ?? t("outOfReach") },
  );
  const [names] = useState(() => new Map<string, string>());
  const move = useAct(accounts.move);
  const isSame = (above?.id ?? null) === parentId;
  const submit = () =>
    move.mutate(
      { params: { accountId: id }, body: { parentId: { from: parentId, to: above?.id ?? null } } },
      {
        onSuccess({ operationId }) {
          void forgetTrees();
          sayActed(above === null ? t("movedToTop", { name }) : t("moved", { name, above: above.name }), operationId);
          onClose();
        },
      },
    );
  return (
    <FormDialog
      title={t("moveOf", { name })}
      act={above === null && parentId !== null ? t("toTop") : t("move")}
      onClose={onClose}
      onSubmit={submit}
      busy={move.isPending}
      failure={move.error}
      whyOff={isSame ? t("chooseAbove") : undefined}
    >
      <RecordField
        label={t("above")}
        hint={t("aboveMeans")}
        placeholder={t("findCompany")}
        clearable
        list={accounts.list}
        optionOf={(row) => {
          names.set(row.id, row.name);
          return { value: row.id, words: row.name, ...(row.id === id ? { whyOff: t("itself") } : {}) };
        }}
        known={above === null ? undefined : { value: above.id, words: above.name }}
        value={above?.id}
        onChange={(chosen) => setAbove(chosen === undefined ? null : { id: chosen, name: names.get(chosen) ?? "" })}
      />
    </FormDialog>
  );
}
