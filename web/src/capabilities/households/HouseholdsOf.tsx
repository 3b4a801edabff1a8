import { useQuery } from "@tanstack/react-query";
import { contacts } from "@tongzhou/contract/contacts";
import type { Membership } from "@tongzhou/contract/memberships";
import { House } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { reading } from "../../platform/http/queries.ts";
import { Button } from "../../ui/controls/Button.tsx";
import { Anchor } from "../../ui/navigation/Anchor.tsx";
import { SectionHead } from "../../ui/record/SectionHead.tsx";

const CreateHouseholdDialog = lazy(async () => ({
  default: (await import("./CreateHouseholdDialog.tsx")).CreateHouseholdDialog,
}));

/** The households a person belongs to, or the way to say who their family is. */
export function HouseholdsOf({ contactId }: { contactId: string }) {
  const { t } = useTranslation("households");
  const [isMaking, setMaking] = useState(false);
  const { data: contact } = useQuery(reading(contacts.show, { params: { contactId } }));
  if (contact === undefined) return null;
  const present = contact.memberships.filter(({ accountKind, until }) => accountKind === "household" && until === null);
  const byHousehold = new Map<string, Membership[]>();
  for (const each of present) byHousehold.set(each.accountId, [...(byHousehold.get(each.accountId) ?? []), each]);
  if (byHousehold.size === 0 && !contact.mayEdit) return null;
  return (
    <section>
      <SectionHead
        title={t("household")}
        end={
          contact.mayEdit && byHousehold.size === 0 ? (
            <Button look="quiet" size="tiny" icon={House} onClick={() => setMaking(true)}>
              {t("create")}
            </Button>
          ) : undefined
        }
      />
      {byHousehold.size === 0 ? <p className="t13 ink3">{t("none")}</p> : null}
      {[...byHousehold.values()].map((roles) => (
        <OneHousehold key={roles[0]?.accountId} roles={roles} />
      ))}
      {isMaking ? (
        <Suspense fallback={null}>
          <CreateHouseholdDialog contact={contact} onClose={() => setMaking(false)} />
        </Suspense>
      ) : null}
    </section>
  );
}

function OneHousehold({ roles }: { roles: readonly Membership[] }) {
  const { t } = useTranslation("households");
  const [first] = roles;
  if (first === undefined) return null;
  const named = roles.flatMap(({ householdRole }) => (householdRole === null ? [] : [t(`role.${householdRole}`)]));
  return (
    <Anchor href={`/accounts/${first.accountId}`} className="row g8 t13" style={{ padding: "6px 0" }}>
      <b className="ell">{first.accountName}</b>
      <span className="ink3 nw">{named.join(t("comma"))}</span>
    </Anchor>
  );
}
