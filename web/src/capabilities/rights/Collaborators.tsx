import { useQuery } from "@tanstack/react-query";
import { opportunities } from "@tongzhou/contract/opportunities";
import { rights } from "@tongzhou/contract/rights";
import { UserPlus, X } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../platform/format/useFormat.ts";
import { FormDialog } from "../../platform/forms/FormDialog.tsx";
import { sayFailure } from "../../platform/http/say-failure.ts";
import { reading } from "../../platform/http/queries.ts";
import { useAct } from "../../platform/http/useAct.ts";
import { sayActed } from "../../platform/undo/say-acted.ts";
import { Button } from "../../ui/controls/Button.tsx";
import { sayFailed } from "../../ui/feedback/toast.ts";
import { SectionHead } from "../../ui/record/SectionHead.tsx";
import { Avatar } from "../../ui/signs/Avatar.tsx";
import { PersonField, usePeople } from "../people/index.ts";
import { forgetRights } from "./forget-rights.ts";
import styles from "./Rights.module.css";

/** Our people who help with an opportunity without owning it. */
export function Collaborators({ opportunityId }: { opportunityId: string }) {
  const { t } = useTranslation("rights");
  const { t: shell } = useTranslation("shell");
  const format = useFormat();
  const { nameOf } = usePeople();
  const [isAdding, setAdding] = useState(false);
  const read = useQuery(reading(rights.collaborators, { params: { opportunityId } })).data;
  const change = useAct(rights.setCollaborators);
  if (read === undefined || (read.collaborators.length === 0 && !read.mayGive)) return null;
  const take = (personId: string, name: string) =>
    change.mutate(
      { params: { opportunityId }, body: { add: [], remove: [personId] } },
      {
        onSuccess({ operationId }) {
          forgetRights();
          sayActed(t("helpTaken", { name }), operationId);
        },
        onError: (failure) => sayFailed(sayFailure(shell, failure).happened),
      },
    );
  return (
    <section aria-label={t("helpers")}>
      <SectionHead
        title={t("helpers")}
        note={read.collaborators.length}
        end={
          read.mayGive ? (
            <Button size="tiny" look="quiet" icon={UserPlus} onClick={() => setAdding(true)}>
              {t("addHelper")}
            </Button>
          ) : undefined
        }
      />
      {read.collaborators.length === 0 ? <p className={styles.nobody}>{t("noHelpers")}</p> : null}
      <ul className={styles.helpers}>
        {read.collaborators.map(({ personId, name, since, givenById }) => {
          const by = nameOf(givenById);
          const day = format.day(since);
          return (
            <li key={personId} className={styles.helper}>
              <Avatar name={name} />
              <span className="grow">
                <b className="b">{name}</b>
                <small className="ink3" style={{ display: "block" }}>
                  {by === undefined ? t("since", { day }) : t("givenBy", { name: by, day })}
                </small>
              </span>
              {read.mayGive ? (
                <Button
                  look="quiet"
                  size="tiny"
                  icon={X}
                  label={t("takeHelper", { name })}
                  onClick={() => take(personId, name)}
                />
              ) : null}
            </li>
          );
        })}
      </ul>
      {isAdding ? <AddHelper opportunityId={opportunityId} onClose={() => setAdding(false)} /> : null}
    </section>
  );
}

function AddHelper({ opportunityId, onClose }: { opportunityId: string; onClose: () => void }) {
  const { t } = useTranslation("rights");
  const { nameOf } = usePeople();
  const [personId, setPerson] = useState<string>();
  const deal = useQuery(reading(opportunities.show, { params: { opportunityId } })).data;
  const change = useAct(rights.setCollaborators);
  const submit = () => {
    if (personId === undefined) return;
    change.mutate(
      { params: { opportunityId }, body: { add: [personId], remove: [] } },
      {
        onSuccess({ operationId }) {
          forgetRights();
          sayActed(t("dealGiven", { name: nameOf(personId) ?? "" }), operationId);
          onClose();
        },
      },
    );
  };
  const owns = deal?.ownerId === personId && personId !== undefined;
  return (
    <FormDialog
      title={t("addHelper")}
      act={t("addHelper")}
      onClose={onClose}
      onSubmit={submit}
      busy={change.isPending}
      failure={change.error}
      whyOff={personId === undefined ? t("holderMissing") : owns ? t("ownsDeal") : undefined}
    >
      <PersonField label={t("who")} hint={t("means.collaborate")} value={personId} onChange={setPerson} />
    </FormDialog>
  );
}
