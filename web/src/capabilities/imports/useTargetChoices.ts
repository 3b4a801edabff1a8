import {
  ADDED_FIELDS_OF,
  ADDED_TARGET,
  IMPORT_TARGETS,
  mayBeImported,
  SHARED_TARGETS,
  TARGETS_OF,
  type ImportObject,
  type ImportSettings,
  type MappedColumn,
  type OwnTarget,
} from "@tongzhou/contract/import-settings";
import { useTranslation } from "react-i18next";
import { useAddedFieldWords } from "../../platform/custom-fields/useAddedFieldWords.ts";
import { useAddedFieldsById } from "../../platform/custom-fields/useAddedFields.ts";
import type { SelectOption } from "../../ui/fields/SelectField.tsx";

/** What a column can go to, as the list of a field names it: a target, or an added field by its id. */
export type TargetChoice = OwnTarget | `${typeof ADDED_TARGET}:${string}`;

type Aim = Pick<MappedColumn, "target" | "fieldId">;

/** How the list names what a column goes to. */
export const choiceOf = ({ target, fieldId }: Aim): TargetChoice =>
  target === ADDED_TARGET ? `${ADDED_TARGET}:${fieldId ?? ""}` : target;

/** What a name of the list means. */
export function aimOf(choice: TargetChoice): Aim {
  const own = IMPORT_TARGETS.find((target) => target === choice);
  return own === undefined ? { target: ADDED_TARGET, fieldId: choice.slice(ADDED_TARGET.length + 1) } : { target: own };
}

/** What the columns of a file can go to; behind what the product brings along what the company added. */
export function useTargetChoices({ columns, object }: Pick<ImportSettings, "columns" | "object">) {
  const { t } = useTranslation("imports");
  const words = useAddedFieldWords();
  const fields = [...useAddedFieldsById().values()].filter(mayBeImported);
  const own = IMPORT_TARGETS.filter((target) => TARGETS_OF[object].has(target)).map((target) => ({
    value: target as TargetChoice,
    words: t(`targets.${target}`),
  }));
  const added = ADDED_FIELDS_OF[object].flatMap((of) =>
    fields
      .filter((field) => field.object === of)
      .map((field) => ({
        value: choiceOf({ target: ADDED_TARGET, fieldId: field.id }),
        words: t("fieldOf", { name: words.name(field), object: t(`objectsOf.${of as ImportObject}`) }),
      })),
  );
  return (column: number): SelectOption<TargetChoice>[] => {
    const taken = new Set(columns.filter((each) => each.column !== column).map(choiceOf));
    const isTaken = (choice: TargetChoice): boolean =>
      taken.has(choice) && (aimOf(choice).target === ADDED_TARGET || !SHARED_TARGETS.has(aimOf(choice).target));
    return [...own, ...added].map((option) => ({
      ...option,
      ...(isTaken(option.value) ? { whyOff: t("takenAlready") } : {}),
    }));
  };
}
