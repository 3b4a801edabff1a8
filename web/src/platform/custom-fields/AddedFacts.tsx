import { useQuery } from "@tanstack/react-query";
import {
  fields,
  type CustomField,
  type FieldObject,
  type RecordFields,
  type RecordValue,
} from "@tongzhou/contract/fields";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { FactList } from "../../ui/record/FactList.tsx";
import { reading } from "../http/queries.ts";
import { useAddedFact } from "./useAddedFact.tsx";

const LABEL_PX = 84;

export interface AddedFactsProps {
  object: FieldObject;
  recordId: string;
}

/**
 * What the company keeps about a record beyond what the product brings along: what decides is in sight, the rest is folded.
 * Edited where it stands; nothing where no field was added.
 */
export function AddedFacts({ object, recordId }: AddedFactsProps) {
  const read = useQuery(reading(fields.values, { params: { object, recordId } }));
  if (read.data === undefined || read.data.fields.length === 0) return null;
  return <ShownFacts object={object} recordId={recordId} shown={read.data} />;
}

function ShownFacts({ object, recordId, shown }: AddedFactsProps & { shown: RecordFields }) {
  const { t } = useTranslation("custom-fields");
  const factOf = useAddedFact({ object, recordId }, shown.mayEdit);
  const [isOpen, setOpen] = useState(false);
  const valueOf = (field: CustomField): RecordValue | undefined =>
    shown.values.find(({ fieldId }) => fieldId === field.id);
  // Where something is missing that must be there, nobody should have to look for it.
  const isFirst = (field: CustomField): boolean => field.weight === "decision" || (field.required && !valueOf(field));
  const first = shown.fields.filter(isFirst);
  const rest = shown.fields.filter((field) => !isFirst(field));
  const filled = rest.filter(valueOf).length;
  return (
    <>
      {first.length === 0 ? null : (
        <FactList
          title={t("decisions")}
          labelWidth={LABEL_PX}
          facts={first.map((field) => factOf(field, valueOf(field)))}
        />
      )}
      {rest.length === 0 ? null : (
        <div>
          <button type="button" className="link t13" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {t(isOpen ? "fold" : "unfold", { filled, count: rest.length })}
          </button>
          {isOpen ? (
            <FactList
              title={t("references")}
              labelWidth={LABEL_PX}
              facts={rest.map((field) => factOf(field, valueOf(field)))}
            />
          ) : null}
        </div>
      )}
    </>
  );
}
