import { Password } from "@tongzhou/contract/people";
import { session } from "@tongzhou/contract/people-session";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { FormDialog } from "../../platform/forms/FormDialog.tsx";
import { forget } from "../../platform/http/queries.ts";
import { useAct } from "../../platform/http/useAct.ts";
import { Button } from "../../ui/controls/Button.tsx";
import { sayDone } from "../../ui/feedback/toast.ts";
import { PasswordField } from "../../ui/fields/PasswordField.tsx";
import { SectionHead } from "../../ui/record/SectionHead.tsx";

/** My password: changing it ends my other sessions. */
export function MyPassword() {
  const { t } = useTranslation("people");
  const [isChanging, setChanging] = useState(false);
  return (
    <section>
      <SectionHead
        title={t("password")}
        note={t("passwordMeans")}
        end={
          <Button size="small" onClick={() => setChanging(true)}>
            {t("changePassword")}
          </Button>
        }
      />
      {isChanging ? <PasswordDialog onClose={() => setChanging(false)} /> : null}
    </section>
  );
}

function PasswordDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation("people");
  const { t: entering } = useTranslation("session");
  const [current, setCurrent] = useState("");
  const [next, setNext] = useState("");
  const change = useAct(session.changePassword);
  const isLongEnough = Password.safeParse(next).success;
  const submit = () =>
    change.mutate(
      { body: { currentPassword: current, newPassword: next } },
      {
        onSuccess: ({ answer }) => {
          void forget(session.listSessions);
          sayDone(t("passwordChanged", { count: answer.endedSessions }));
          onClose();
        },
      },
    );
  return (
    <FormDialog
      title={t("changePassword")}
      act={t("changePasswordAct")}
      onClose={onClose}
      onSubmit={submit}
      busy={change.isPending}
      failure={change.error}
      whyOff={current === "" || !isLongEnough ? t("passwordNeeds") : undefined}
    >
      <PasswordField label={t("currentPassword")} value={current} onChange={setCurrent} />
      <PasswordField
        label={t("newPassword")}
        autoComplete="new-password"
        value={next}
        onChange={setNext}
        hint={entering("passwordRule")}
        good={isLongEnough ? entering("passwordGood", { count: next.length }) : undefined}
      />
    </FormDialog>
  );
}
