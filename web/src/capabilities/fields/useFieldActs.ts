import { fields, type FieldObject, type SettingsField } from "@tongzhou/contract/fields";
import { useTranslation } from "react-i18next";
import { useAddedFieldWords } from "../../platform/custom-fields/useAddedFieldWords.ts";
import { act } from "../../platform/http/call.ts";
import { queryClient, reading } from "../../platform/http/queries.ts";
import { sayFailure } from "../../platform/http/say-failure.ts";
import { sayActed } from "../../platform/undo/say-acted.ts";
import { sayFailed } from "../../ui/feedback/toast.ts";

/** Forms, lists and filters are made of the fields: everything that was read is read again. */
export const refreshFields = (): Promise<void> => queryClient.invalidateQueries();

export interface FieldActs {
  /** Archives a field, or brings it back. */
  turn: (field: SettingsField) => void;
  order: (object: FieldObject, ids: readonly string[], moved: SettingsField) => Promise<void>;
}

/** What can be done with a field as a whole; each can be taken back. */
export function useFieldActs(): FieldActs {
  const { t } = useTranslation("fields");
  const { t: shell } = useTranslation("shell");
  const words = useAddedFieldWords();
  const tried = async (run: () => Promise<void>): Promise<void> => {
    try {
      await run();
    } catch (failure) {
      sayFailed(sayFailure(shell, failure).happened);
    } finally {
      await refreshFields();
    }
  };
  return {
    turn: (field) =>
      void tried(async () => {
        const body = { archived: { from: field.archived, to: !field.archived } };
        const { operationId } = await act(fields.edit, { params: { fieldId: field.id }, body });
        sayActed(t(field.archived ? "broughtBack" : "archivedDone", { name: words.name(field) }), operationId);
      }),
    order: (object, ids, moved) =>
      tried(async () => {
        const { queryKey } = reading(fields.settings);
        const place = ids.indexOf(moved.id) + 1;
        // The row stays where it was dropped while the server is told.
        queryClient.setQueryData<SettingsField[]>(queryKey, (all) => {
          const at = ({ id }: SettingsField): number => (ids.includes(id) ? ids.indexOf(id) : ids.length);
          return all && all.toSorted((a, b) => (a.object === object && b.object === object ? at(a) - at(b) : 0));
        });
        const { operationId } = await act(fields.order, { params: { object }, body: { fieldIds: [...ids] } });
        sayActed(t("moved", { name: words.name(moved), place }), operationId);
      }),
  };
}
