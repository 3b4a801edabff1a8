import { useQuery } from "@tanstack/react-query";
import { contacts } from "@tongzhou/contract/contacts";
import { useTranslation } from "react-i18next";
import { reading } from "../../platform/http/queries.ts";
import { Anchor } from "../../ui/navigation/Anchor.tsx";
import { SectionHead } from "../../ui/record/SectionHead.tsx";
import { Avatar } from "../../ui/signs/Avatar.tsx";
import { useContactWords } from "./useContactWords.ts";

const MOST = 20;

const inGroup = (accountId: string) => ({
  combinator: "and" as const,
  rules: [{ field: "contact.group", operator: "has_any", value: [accountId] }],
});

/** The people of a company and of all companies below it. */
export function PeopleOfGroup({ accountId }: { accountId: string }) {
  const { t } = useTranslation("contacts");
  const words = useContactWords();
  const filter = JSON.stringify(inGroup(accountId));
  const read = useQuery(reading(contacts.list, { query: { filter, limit: MOST } }));
  const people = read.data?.rows ?? [];
  if (people.length === 0) return null;
  return (
    <section>
      <SectionHead title={t("title")} note={people.length} />
      {people.map((person) => (
        <Anchor key={person.id} href={`/contacts/${person.id}`} className="row g8 t13" style={{ padding: "6px 0" }}>
          <Avatar name={words.name(person)} />
          <span className="grow ell">
            <b>{words.name(person)}</b> <span className="ink3">{person.title}</span>
          </span>
        </Anchor>
      ))}
    </section>
  );
}
