import {
  fields,
  type CustomField,
  type FieldObject,
  type FieldValue,
  type RecordValue,
} from "@tongzhou/contract/fields";
import { BadgeCheck } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { sayFailed } from "../../ui/feedback/toast.ts";
import { cx } from "../../ui/cx.ts";
import { Icon } from "../../ui/Icon.tsx";
import { Anchor } from "../../ui/navigation/Anchor.tsx";
import type { Fact } from "../../ui/record/fact-types.ts";
import { useFormat } from "../format/useFormat.ts";
import { act } from "../http/call.ts";
import { forget, queryClient } from "../http/queries.ts";
import { sayFailure } from "../http/say-failure.ts";
import { editableFact } from "../record/editable-fact.tsx";
import { sayActed } from "../undo/say-acted.ts";
import { recordHref } from "./LinkField.tsx";
import { useAddedFieldWords } from "./useAddedFieldWords.ts";
import { useAddedKind } from "./useAddedKind.tsx";

type Held = NonNullable<FieldValue>;

/** A field of a record as a fact: read, edited where it stands, and marked as verified by whom and when. */
export function useAddedFact(
  place: { object: FieldObject; recordId: string },
  mayEdit: boolean,
): (field: CustomField, held: RecordValue | undefined) => Fact {
  const { t } = useTranslation("custom-fields");
  const { t: shell } = useTranslation("shell");
  const format = useFormat();
  const words = useAddedFieldWords();
  const kindOf = useAddedKind();
  const save = async (field: CustomField, from: FieldValue, to: FieldValue): Promise<void> => {
    const { operationId } = await act(fields.editValues, {
      params: place,
      body: { changes: { [field.id]: { from, to } } },
    });
    await forget(fields.values);
    void queryClient.invalidateQueries();
    sayActed(t("changed", { name: words.name(field) }), operationId);
  };
  const show = (field: CustomField, value: Held, label: string | null): ReactNode => {
    const said = words.value(field, value, label);
    return field.type === "link" && field.linkedObject !== null && label !== null ? (
      <Anchor className="link" href={recordHref(field.linkedObject, String(value))}>
        {said}
      </Anchor>
    ) : (
      said
    );
  };
  return (field, held) => {
    const value = held?.value ?? null;
    if (held?.masked)
      return { id: field.id, label: words.name(field), shown: <span className="ink3">{held.label}</span> };
    const mayChange = mayEdit && !field.archived;
    return editableFact<Held>({
      id: field.id,
      label: words.name(field),
      value,
      kind: kindOf(field, held),
      show: (one) => show(field, one, one === value ? (held?.label ?? null) : null),
      ...(field.required && value === null ? { missing: t("mustBeThere") } : {}),
      ...(held === undefined
        ? {}
        : { beside: <Verified place={place} field={field} held={held} mayEdit={mayChange} /> }),
      when: (instant) => format.moment(instant),
      nobody: shell("somebody"),
      notUnderstood: t(field.type === "number" ? "noNumber" : "notUnderstood"),
      save: mayChange ? (from, to) => save(field, from, to) : undefined,
    });
  };
}

interface VerifiedProps {
  place: { object: FieldObject; recordId: string };
  field: CustomField;
  held: RecordValue;
  mayEdit: boolean;
}

/** Who says that the value is right, and since when; or the button by which somebody says so. */
function Verified({ place, field, held, mayEdit }: VerifiedProps) {
  const { t } = useTranslation("custom-fields");
  const { t: shell } = useTranslation("shell");
  const format = useFormat();
  const words = useAddedFieldWords();
  const { verified, value } = held;
  const name = words.name(field);
  const params = { ...place, fieldId: field.id };
  const run = async (): Promise<void> => {
    try {
      const { operationId } =
        verified === null
          ? await act(fields.verify, { params, body: { value } })
          : await act(fields.unverify, { params });
      await forget(fields.values);
      sayActed(t(verified === null ? "verifiedDone" : "unverifiedDone", { name }), operationId);
    } catch (failure) {
      sayFailed(sayFailure(shell, failure).happened);
    }
  };
  const said = verified === null ? t("verify") : t("verified", { who: verified.byName, when: format.day(verified.at) });
  if (!mayEdit) return verified === null ? null : <>{said}</>;
  return (
    <button
      type="button"
      className={cx("row g4", verified === null ? "ink3" : "link")}
      title={t(verified === null ? "verifyMeans" : "unverify")}
      aria-label={t(verified === null ? "verifyName" : "unverifyName", { name, said })}
      onClick={() => void run()}
    >
      <Icon of={BadgeCheck} size={12} className={verified === null ? "ink3" : "green"} />
      {said}
    </button>
  );
}
