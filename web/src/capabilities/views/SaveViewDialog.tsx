import { savedViews, VIEW_VISIBILITIES, type SavedView, type ViewVisibility } from "@tongzhou/contract/views";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { forget } from "../../platform/http/queries.ts";
import { sayFailure } from "../../platform/http/say-failure.ts";
import { useAct } from "../../platform/http/useAct.ts";
import { hrefOf } from "../../platform/routing/useUrlState.ts";
import { sayActed } from "../../platform/undo/say-acted.ts";
import { Button } from "../../ui/controls/Button.tsx";
import { Choices } from "../../ui/controls/Choices.tsx";
import { ErrorNote } from "../../ui/feedback/ErrorNote.tsx";
import { Field } from "../../ui/fields/Field.tsx";
import { TextField } from "../../ui/fields/TextField.tsx";
import { Dialog } from "../../ui/layers/Dialog.tsx";
import { FootNote } from "../../ui/layers/FootNote.tsx";
import { useNavigateTo } from "../../ui/navigation/navigate.ts";
import type { ViewedList } from "./useViewedList.ts";

export interface SaveViewDialogProps {
  list: ViewedList;
  path: string;
  /** Renames or shares this one instead of saving a further one. */
  saved?: SavedView;
  onClose: () => void;
}

/** Gives what the list shows a name, so that it can be chosen again and shared. */
export function SaveViewDialog({ list, path, saved, onClose }: SaveViewDialogProps) {
  const { t } = useTranslation("views");
  const { t: shell } = useTranslation("shell");
  const { t: ui } = useTranslation("ui");
  const [name, setName] = useState(saved?.name ?? "");
  const [visibility, setVisibility] = useState<ViewVisibility>(saved?.visibility ?? "private");
  const create = useAct(savedViews.create);
  const edit = useAct(savedViews.edit);
  const navigate = useNavigateTo();
  const failure = create.error ?? edit.error;
  const done = (words: string, operationId: string | undefined, viewId: string) => {
    void forget(savedViews.list);
    sayActed(words, operationId);
    onClose();
    navigate.go(hrefOf(path, { view: viewId }));
  };
  const save = () => {
    const { object, filter, sort, columns } = list;
    create.mutate(
      { body: { object, name, visibility, filter, sort, columns: [...(columns ?? [])] } },
      { onSuccess: ({ answer, operationId }) => done(t("viewSaved", { name }), operationId, answer.id) },
    );
  };
  const rename = (view: SavedView) =>
    edit.mutate(
      {
        params: { viewId: view.id },
        body: {
          ...(name === view.name ? {} : { name: { from: view.name, to: name } }),
          ...(visibility === view.visibility ? {} : { visibility: { from: view.visibility, to: visibility } }),
        },
      },
      { onSuccess: ({ operationId }) => done(t("viewChanged", { name }), operationId, view.id) },
    );
  const said = failure === null ? undefined : sayFailure(shell, failure);
  return (
    <Dialog
      title={saved === undefined ? t("saveAsView") : t("renameView")}
      onClose={onClose}
      onSubmit={() => {
        if (name.trim() !== "") (saved === undefined ? save : () => rename(saved))();
      }}
      foot={
        <>
          <FootNote>{name.trim() === "" ? t("nameMissing") : undefined}</FootNote>
          <Button onClick={onClose}>{ui("cancel")}</Button>
          <Button
            look="solid"
            type="submit"
            busy={create.isPending || edit.isPending}
            {...(name.trim() === "" ? { whyOff: t("nameMissing") } : {})}
          >
            {ui("save")}
          </Button>
        </>
      }
    >
      <div className="col g16">
        <TextField label={t("viewName")} value={name} onChange={setName} maxLength={60} />
        <Field label={t("whoSees")}>
          {() => (
            <Choices
              label={t("whoSees")}
              value={visibility}
              onChange={setVisibility}
              options={VIEW_VISIBILITIES.map((value) => ({ value, words: t(`visibility.${value}`) }))}
            />
          )}
        </Field>
        {said === undefined ? null : <ErrorNote happened={said.happened}>{said.todo}</ErrorNote>}
      </div>
    </Dialog>
  );
}
