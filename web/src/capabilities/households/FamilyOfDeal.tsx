import { useQuery } from "@tanstack/react-query";
import { accounts } from "@tongzhou/contract/accounts";
import { households } from "@tongzhou/contract/households";
import { HOUSEHOLD_ROLES } from "@tongzhou/contract/memberships";
import { opportunities } from "@tongzhou/contract/opportunities";
import { useTranslation } from "react-i18next";
import { reading } from "../../platform/http/queries.ts";
import { Anchor } from "../../ui/navigation/Anchor.tsx";
import { SectionHead } from "../../ui/record/SectionHead.tsx";

/** Of an opportunity with a household: who pays and who uses it; nothing of one with a company. */
export function FamilyOfDeal({ opportunityId }: { opportunityId: string }) {
  const deal = useQuery(reading(opportunities.show, { params: { opportunityId } })).data;
  const account = useQuery({
    ...reading(accounts.show, { params: { accountId: deal?.accountId ?? "" } }),
    enabled: deal !== undefined,
  }).data;
  return account?.kind === "household" ? <Family householdId={account.id} /> : null;
}

function Family({ householdId }: { householdId: string }) {
  const { t } = useTranslation("households");
  const { data } = useQuery(reading(households.show, { params: { householdId } }));
  if (data === undefined) return null;
  return (
    <section>
      <SectionHead title={t("household")} note={data.present.length} />
      {HOUSEHOLD_ROLES.map((role) => {
        const held = data.present.filter(({ roles }) => roles.some((each) => each.role === role));
        return held.length === 0 ? null : (
          <div key={role} className="row g8 t13" style={{ padding: "6px 0" }}>
            <span className="ink3 nw">{t(`role.${role}`)}</span>
            <span className="row wrap g8 grow">
              {held.map(({ contact: { id, name } }) => (
                <Anchor key={id} className="link" href={`/contacts/${id}`}>
                  {name ?? t("nameless")}
                </Anchor>
              ))}
            </span>
          </div>
        );
      })}
    </section>
  );
}
