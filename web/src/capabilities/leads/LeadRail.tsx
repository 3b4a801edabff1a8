import { useQuery } from "@tanstack/react-query";
import { contacts } from "@tongzhou/contract/contacts";
import { leads, type Lead } from "@tongzhou/contract/leads";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../platform/format/useFormat.ts";
import { reading } from "../../platform/http/queries.ts";
import { Anchor } from "../../ui/navigation/Anchor.tsx";
import { SectionHead } from "../../ui/record/SectionHead.tsx";
import { Avatar } from "../../ui/signs/Avatar.tsx";
import { LeadLine } from "./LeadLine.tsx";
import { useLeadWords } from "./useLeadWords.ts";

const MOST = 8;

/** Why it came here, who else is there, and what else goes on with the company. */
export function LeadRail({ lead }: { lead: Lead }) {
  const { t } = useTranslation("leads");
  const words = useLeadWords();
  const format = useFormat();
  const asked = lead.assignments.filter(({ cycle }) => cycle === lead.cycle);
  return (
    <>
      {asked.length === 0 ? null : (
        <section>
          <SectionHead title={t("asked")} />
          {asked.map((assignment) => {
            const { clock } = assignment;
            const outcome = clock.outcome === null ? t("outcome.waiting") : t(`outcome.${clock.outcome}`);
            const why = words.sentence(assignment.explanation);
            return (
              <div key={assignment.id} className="quoted t13" style={{ marginBottom: "8px" }}>
                <div className="row between">
                  <b>{assignment.ownerName}</b>
                  <span className="ink3 t12">{format.moment(clock.startedAt)}</span>
                </div>
                <div className="ink2">
                  {outcome}
                  {assignment.reason === null ? null : ` · ${words.reason(assignment.reason)}`}
                </div>
                {why === undefined ? null : <div className="ink2">{why}</div>}
                {assignment.note === null ? null : <div>{assignment.note}</div>}
              </div>
            );
          })}
        </section>
      )}
      {lead.account === null ? null : <Company lead={lead} accountId={lead.account.id} name={lead.account.name} />}
    </>
  );
}

function Company({ lead, accountId, name }: { lead: Lead; accountId: string; name: string }) {
  const { t } = useTranslation("leads");
  const filter = JSON.stringify({
    combinator: "and",
    rules: [{ field: "lead.account", operator: "is", value: accountId }],
  });
  const others = useQuery(reading(leads.list, { query: { filter, limit: MOST } }));
  const people = useQuery(reading(contacts.list, { query: { accountId, limit: MOST } }));
  const otherLeads = others.data?.rows.filter(({ id }) => id !== lead.id) ?? [];
  return (
    <>
      <section>
        <SectionHead
          title={t("people")}
          end={
            <Anchor className="link t12 ell" href={`/accounts/${accountId}`} title={name}>
              {name}
            </Anchor>
          }
        />
        {(people.data?.rows ?? []).map((person) => (
          <Anchor key={person.id} href={`/contacts/${person.id}`} className="row g8 t13" style={{ padding: "6px 0" }}>
            <Avatar name={person.name ?? t("nameless")} />
            <span className="grow ell">
              <b>{person.name ?? t("nameless")}</b> <span className="ink3">{person.title}</span>
            </span>
          </Anchor>
        ))}
      </section>
      {otherLeads.length === 0 ? null : (
        <section>
          <SectionHead title={t("otherLeads")} note={otherLeads.length} />
          {otherLeads.map((other) => (
            <LeadLine key={other.id} lead={other} />
          ))}
        </section>
      )}
    </>
  );
}
