import { products, type ProductLine } from "@tongzhou/contract/products";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { FormDialog } from "../../platform/forms/FormDialog.tsx";
import { ProblemError } from "../../platform/http/problem-error.ts";
import { forget } from "../../platform/http/queries.ts";
import { useAct } from "../../platform/http/useAct.ts";
import { sayActed } from "../../platform/undo/say-acted.ts";
import { SelectField } from "../../ui/fields/SelectField.tsx";
import { TextField } from "../../ui/fields/TextField.tsx";

export interface ProductLineDialogProps {
  lines: readonly ProductLine[];
  /** Changes this one instead of adding one. */
  line?: ProductLine;
  onClose: () => void;
}

/** Adds a product line, renames it, or moves it below another. */
export function ProductLineDialog({ lines, line, onClose }: ProductLineDialogProps) {
  const { t } = useTranslation("products");
  const [name, setName] = useState(line?.name ?? "");
  const [code, setCode] = useState(line?.code ?? "");
  const [parentId, setParentId] = useState<string | null>(line?.parentId ?? null);
  const create = useAct(products.create);
  const edit = useAct(products.edit);
  const failure = create.error ?? edit.error;
  const wrong = (field: string) => (failure instanceof ProblemError ? failure.field(`/${field}`) : undefined);
  const done = (words: string, operationId: string | undefined) => {
    void forget(products.list);
    sayActed(words, operationId);
    onClose();
  };
  const body = {
    ...(name === line?.name ? {} : { name: { from: line?.name ?? "", to: name } }),
    ...(code === line?.code ? {} : { code: { from: line?.code ?? "", to: code } }),
    ...(parentId === (line?.parentId ?? null) ? {} : { parentId: { from: line?.parentId ?? null, to: parentId } }),
  };
  const submit = () =>
    line === undefined
      ? create.mutate(
          { body: { name, code, parentId } },
          { onSuccess: ({ operationId }) => done(t("added", { name }), operationId) },
        )
      : edit.mutate(
          { params: { productLineId: line.id }, body },
          { onSuccess: ({ operationId }) => done(t("changed", { name }), operationId) },
        );
  const isMissing = name.trim() === "" || code.trim() === "";
  const isUnchanged = line !== undefined && Object.keys(body).length === 0;
  return (
    <FormDialog
      title={line === undefined ? t("add") : line.name}
      act={line === undefined ? t("addAct") : t("save")}
      onClose={onClose}
      onSubmit={submit}
      busy={create.isPending || edit.isPending}
      failure={failure}
      whyOff={isMissing ? t("needs") : isUnchanged ? t("unchanged") : undefined}
    >
      <TextField label={t("name")} value={name} wrong={wrong("name")} onChange={setName} maxLength={100} />
      <TextField
        label={t("code")}
        hint={t("codeMeans")}
        placeholder={t("codeExample")}
        value={code}
        wrong={wrong("code")}
        onChange={setCode}
        maxLength={50}
      />
      <SelectField
        label={t("above")}
        clearable
        none={t("noneAbove")}
        options={lines.filter(({ id }) => id !== line?.id).map((each) => ({ value: each.id, words: each.name }))}
        value={parentId ?? undefined}
        onChange={(id) => setParentId(id ?? null)}
      />
    </FormDialog>
  );
}
