import { session } from "@tongzhou/contract/people-session";
import { useTranslation } from "react-i18next";
import { useAct } from "../http/useAct.ts";
import { BeginCompanyForm } from "./BeginCompanyForm.tsx";
import { useEnter } from "./useEnter.ts";

/** Makes the company and its first administrator, and signs them in. */
export function FirstRunForm() {
  const { t } = useTranslation("session");
  const enter = useEnter();
  const make = useAct(session.firstRun);
  return (
    <BeginCompanyForm
      act={t("makeCompanyAct")}
      busy={make.isPending}
      failure={make.error}
      onMake={(body) => make.mutate({ body }, { onSuccess: ({ answer }) => void enter(answer) })}
    />
  );
}
