import { contacts, type Contact } from "@tongzhou/contract/contacts";
import { useTranslation } from "react-i18next";
import { useCodeWords } from "../../platform/codes/useCodeWords.ts";
import { choiceKind, editableFact, longKind, textKind, type FactKind } from "../../platform/record/editable-fact.tsx";
import { useChange } from "../../platform/record/use-change.ts";
import { useRegions } from "../../platform/regions/useRegions.ts";
import type { Fact } from "../../ui/record/fact-types.ts";
import { FactList } from "../../ui/record/FactList.tsx";
import { IdentifierFacts } from "./IdentifierFacts.tsx";

const FIELDS = ["name", "title", "jobFunction", "jobLevel", "regionCode", "note"] as const;
type Field = (typeof FIELDS)[number];

/** How a person is reached, and what is known of them; edited where it stands. */
export function ContactFacts({ contact }: { contact: Contact }) {
  const { t } = useTranslation("contacts");
  const regions = useRegions();
  const codes = useCodeWords();
  const { change, when, nobody } = useChange(contacts.edit, { contactId: contact.id }, [contacts.show, contacts.list]);
  const codeKind = (kind: "jobFunction" | "jobLevel") => {
    const stored = contact[kind];
    return choiceKind(codes.options(kind, ...(typeof stored === "string" ? [stored] : [])), true);
  };
  const show = (field: Field, text: string): string => {
    if (field === "regionCode") return regions.name(text);
    return field === "jobFunction" || field === "jobLevel" ? codes.name(field, text) : text;
  };
  const kinds: Record<Field, FactKind<string>> = {
    name: textKind,
    title: textKind,
    jobFunction: codeKind("jobFunction"),
    jobLevel: codeKind("jobLevel"),
    regionCode: choiceKind(regions.options, true),
    note: longKind,
  };
  const fact = (field: Field): Fact[] => {
    const value = contact[field];
    // Absent: a field the viewer may not see.
    if (value === undefined) return [];
    return [
      editableFact<string>({
        id: field,
        label: t(`field.${field}`),
        value,
        kind: kinds[field],
        show: (text) => show(field, text),
        when,
        nobody,
        save: contact.mayEdit
          ? (from, to) => change(t("changed", { field: t(`field.${field}`) }), { [field]: { from, to } })
          : undefined,
      }),
    ];
  };
  const owner: Fact[] =
    contact.owner === null ? [] : [{ id: "owner", label: t("field.owner"), shown: contact.owner.name }];
  return (
    <>
      <IdentifierFacts contact={contact} />
      <FactList title={t("person")} facts={[...FIELDS.flatMap(fact), ...owner]} />
    </>
  );
}
