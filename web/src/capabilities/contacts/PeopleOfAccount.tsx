import { useQuery } from "@tanstack/react-query";
import { memberships, type PersonOfAccount } from "@tongzhou/contract/memberships";
import { useTranslation } from "react-i18next";
import { ReadFailure } from "../../platform/errors/ReadFailure.tsx";
import { reading } from "../../platform/http/queries.ts";
import { Anchor } from "../../ui/navigation/Anchor.tsx";
import { SectionHead } from "../../ui/record/SectionHead.tsx";
import { Avatar } from "../../ui/signs/Avatar.tsx";
import { PeopleOfGroup } from "./PeopleOfGroup.tsx";
import { Folded } from "./memberships/Folded.tsx";
import { useMembershipWords } from "./memberships/useMembershipWords.ts";

const MOST = 20;

/** The people of a company: who is there, and folded who has left; with `whole` those of all below it too. */
export function PeopleOfAccount({ accountId, whole = false }: { accountId: string; whole?: boolean }) {
  return whole ? <PeopleOfGroup accountId={accountId} /> : <PeopleOfOne accountId={accountId} />;
}

function PeopleOfOne({ accountId }: { accountId: string }) {
  const { t } = useTranslation("memberships");
  const params = { accountId };
  const present = useQuery(reading(memberships.ofAccount, { params, query: { when: "present", limit: MOST } }));
  const former = useQuery(reading(memberships.ofAccount, { params, query: { when: "former", limit: MOST } }));
  if (present.isError) return <ReadFailure failure={present.error} onRetry={() => void present.refetch()} />;
  const hasLeft = former.data?.count ?? 0;
  if (present.data === undefined || present.data.count + hasLeft === 0) return null;
  return (
    <section>
      <SectionHead title={t("people")} note={present.data.count} />
      {present.data.rows.map((person) => (
        <PersonRow key={person.membership.id} person={person} />
      ))}
      {hasLeft === 0 ? null : (
        <Folded words={t("formerPeople", { count: hasLeft })}>
          {former.data?.rows.map((person) => (
            <PersonRow key={person.membership.id} person={person} />
          ))}
        </Folded>
      )}
    </section>
  );
}

function PersonRow({ person: { contactId, name, membership } }: { person: PersonOfAccount }) {
  const { t } = useTranslation("contacts");
  const words = useMembershipWords();
  const shown = name ?? t("nameless");
  const hasLeft = membership.until !== null;
  return (
    <Anchor href={`/contacts/${contactId}`} className="row g8 t13" style={{ padding: "6px 0" }}>
      <Avatar name={shown} />
      <span className="grow ell">
        {hasLeft ? <span className="ink2">{shown}</span> : <b>{shown}</b>}{" "}
        <span className="ink3">{words.job(membership)}</span>
        {hasLeft ? (
          <small className="t12 ink3" style={{ display: "block" }}>
            {words.time(membership)}
          </small>
        ) : null}
      </span>
    </Anchor>
  );
}
