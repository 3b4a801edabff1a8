import { contacts } from "@tongzhou/contract/contacts";
import { opportunities, type Opportunity, type OpportunityContact } from "@tongzhou/contract/opportunities";
import { OPPORTUNITY_ROLES, type OpportunityRole } from "@tongzhou/contract/opportunity-type";
import { Ellipsis, UserPlus } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { RecordField } from "../../platform/fields/RecordField.tsx";
import { FormDialog } from "../../platform/forms/FormDialog.tsx";
import { useAct } from "../../platform/http/useAct.ts";
import { sayFailure } from "../../platform/http/say-failure.ts";
import { sayActed } from "../../platform/undo/say-acted.ts";
import { Button } from "../../ui/controls/Button.tsx";
import { sayFailed } from "../../ui/feedback/toast.ts";
import { SelectField } from "../../ui/fields/SelectField.tsx";
import { Menu } from "../../ui/layers/Menu.tsx";
import { Anchor } from "../../ui/navigation/Anchor.tsx";
import { SectionHead } from "../../ui/record/SectionHead.tsx";
import { Avatar } from "../../ui/signs/Avatar.tsx";
import styles from "./Opportunity.module.css";
import { refreshOpportunities } from "./refresh-opportunities.ts";

/** The people of the customer and the parts they play; a part the next stage asks for is said to be missing. */
export function OpportunityPeople({ opportunity }: { opportunity: Opportunity }) {
  const { t } = useTranslation("opportunities");
  const [adding, setAdding] = useState<OpportunityRole>();
  const { contacts: people, mayEdit, next } = opportunity;
  const wanted = (next?.missing ?? []).flatMap(({ what }) => {
    const role = OPPORTUNITY_ROLES.find((each) => what === `role:${each}`);
    return role === undefined ? [] : [role];
  });
  return (
    <section aria-label={t("people")}>
      <SectionHead
        title={t("people")}
        note={people.length}
        end={
          mayEdit ? (
            <Button size="tiny" look="quiet" icon={UserPlus} onClick={() => setAdding("participant")}>
              {t("addPerson")}
            </Button>
          ) : undefined
        }
      />
      {people.length === 0 && wanted.length === 0 ? <p className="t13 ink3">{t("nobody")}</p> : null}
      <ul>
        {people.map((person) => (
          <Person key={person.contactId} opportunity={opportunity} person={person} />
        ))}
        {wanted.map((role) => (
          <li key={role} className={styles.person}>
            <span className="grow">
              <b className="amber">{t(`role.${role}`)}</b>
              <small className="ink3" style={{ display: "block" }}>
                {t("nobodyYet")}
              </small>
            </span>
            {mayEdit ? (
              <Button size="small" onClick={() => setAdding(role)}>
                {t("addPerson")}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {adding === undefined ? null : (
        <AddPerson opportunityId={opportunity.id} first={adding} onClose={() => setAdding(undefined)} />
      )}
    </section>
  );
}

function Person({ opportunity, person }: { opportunity: Opportunity; person: OpportunityContact }) {
  const { t } = useTranslation("opportunities");
  const { t: shell } = useTranslation("shell");
  const set = useAct(opportunities.setContact);
  const remove = useAct(opportunities.removeContact);
  const name = person.name ?? t("unnamed");
  const params = { opportunityId: opportunity.id, contactId: person.contactId };
  const after = (words: string) => ({
    onSuccess({ operationId }: { operationId: string | undefined }) {
      void refreshOpportunities();
      sayActed(words, operationId);
    },
    onError: (failure: Error) => sayFailed(sayFailure(shell, failure).happened),
  });
  const roles = OPPORTUNITY_ROLES.map((role) => ({
    id: role,
    words: t(`role.${role}`),
    chosen: role === person.role,
    run: () => set.mutate({ params, body: { role } }, after(t("roleSet", { name, role: t(`role.${role}`) }))),
  }));
  return (
    <li className={styles.person}>
      <Avatar name={name} />
      <span className="grow">
        <span className="named">
          <Anchor href={`/contacts/${person.contactId}`} className="b" title={name}>
            {name}
          </Anchor>
          <span className="t12 ink3" title={person.title ?? undefined}>
            {person.title}
          </span>
        </span>
        <small className="ink3" style={{ display: "block" }}>
          {t(`role.${person.role}`)}
        </small>
      </span>
      {opportunity.mayEdit ? (
        <Menu
          label={name}
          items={[
            ...roles,
            {
              id: "remove",
              words: t("takeOff"),
              apart: true,
              run: () => remove.mutate({ params }, after(t("takenOff", { name }))),
            },
          ]}
          renderOpener={(opener) => (
            <Button {...opener} look="quiet" size="tiny" icon={Ellipsis} label={t("actsOf", { name })} />
          )}
        />
      ) : null}
    </li>
  );
}

function AddPerson(props: { opportunityId: string; first: OpportunityRole; onClose: () => void }) {
  const { opportunityId, first, onClose } = props;
  const { t } = useTranslation("opportunities");
  const [contactId, setContact] = useState<string>();
  const [role, setRole] = useState<OpportunityRole>(first);
  const add = useAct(opportunities.setContact);
  const submit = () => {
    if (contactId === undefined) return;
    add.mutate(
      { params: { opportunityId, contactId }, body: { role } },
      {
        onSuccess({ operationId }) {
          void refreshOpportunities();
          sayActed(t("personAdded"), operationId);
          onClose();
        },
      },
    );
  };
  return (
    <FormDialog
      title={t("addPerson")}
      act={t("addPerson")}
      onClose={onClose}
      onSubmit={submit}
      busy={add.isPending}
      failure={add.error}
      whyOff={contactId === undefined ? t("personMissing") : undefined}
    >
      <RecordField
        label={t("person")}
        placeholder={t("findPerson")}
        list={contacts.list}
        optionOf={({ id, name, account }) => ({
          value: id,
          words: [name ?? t("unnamed"), account?.name].filter(Boolean).join(" · "),
        })}
        value={contactId}
        onChange={setContact}
      />
      <SelectField
        label={t("roleOf")}
        value={role}
        onChange={(next) => next !== undefined && setRole(next)}
        options={OPPORTUNITY_ROLES.map((value) => ({ value, words: t(`role.${value}`) }))}
      />
    </FormDialog>
  );
}
