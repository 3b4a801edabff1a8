import { people, type Person } from "@tongzhou/contract/people";
import { roles } from "@tongzhou/contract/people-roles";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { act } from "../../platform/http/call.ts";
import { forget } from "../../platform/http/queries.ts";
import { sayFailure } from "../../platform/http/say-failure.ts";
import { sayActed } from "../../platform/undo/say-acted.ts";
import { ConfirmConsequence } from "../../ui/layers/ConfirmConsequence.tsx";
import { LeaveDialog } from "./LeaveDialog.tsx";
import { MadePassword } from "./MadePassword.tsx";

/** A new password, leaving, coming back. */
export type AskedOfPerson = "password" | "leave" | "back";

export interface PersonActsProps {
  asked: AskedOfPerson;
  person: Person;
  onClose: () => void;
}

/** Says what each of them does before it is done. */
export function PersonActs({ asked, person, onClose }: PersonActsProps) {
  const { t } = useTranslation("people");
  const { t: shell } = useTranslation("shell");
  const [secret, setSecret] = useState<string>();
  // The password is shown after the question is answered, so the answer must not close everything.
  const isMade = useRef(false);
  const { name } = person;
  const input = { params: { personId: person.id } };
  const run = {
    password: async () => {
      const { answer } = await act(people.resetPassword, input);
      isMade.current = true;
      setSecret(answer.temporaryPassword);
    },
    back: async () => {
      const { operationId } = await act(people.reactivate, input);
      await forget(people.list, people.directory, roles.list);
      sayActed(t("reactivated", { name }), operationId);
    },
  };
  if (asked === "leave") return <LeaveDialog person={person} onClose={onClose} />;
  if (secret !== undefined) return <MadePassword name={name} secret={secret} onClose={onClose} />;
  return (
    <ConfirmConsequence
      title={t(`asks.${asked}.title`, { name })}
      keep={t(`asks.${asked}.keep`)}
      act={t(`asks.${asked}.act`)}
      danger={false}
      onAct={run[asked]}
      onClose={() => {
        if (!isMade.current) onClose();
      }}
      sayFailure={(failure) => sayFailure(shell, failure)}
    >
      {t(`asks.${asked}.means`, { name })}
    </ConfirmConsequence>
  );
}
