import { demo, type DemoContents } from "@tongzhou/contract/demo";
import type { NewCompany } from "@tongzhou/contract/people-session";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ProblemError } from "../../platform/http/problem-error.ts";
import { useAct } from "../../platform/http/useAct.ts";
import { BeginCompanyForm } from "../../platform/session/BeginCompanyForm.tsx";
import { startAfresh } from "../../platform/session/session.ts";
import { SectionHead } from "../../ui/record/SectionHead.tsx";
import { TextField } from "../../ui/fields/TextField.tsx";
import styles from "./OwnCompany.module.css";

/** Who one is; removes the demo, makes the company and goes in as its administrator. */
export function OwnCompanyForm({ demo: { companyName } }: { demo: DemoContents }) {
  const { t } = useTranslation("demo");
  const replace = useAct(demo.replace);
  const [confirmation, setConfirmation] = useState("");
  const [asked, setAsked] = useState(false);
  const refused = replace.error instanceof ProblemError ? replace.error.field("/confirmation") : undefined;
  const differs = confirmation.trim().normalize("NFKC") !== companyName.normalize("NFKC");
  const make = (company: NewCompany) =>
    void startAfresh(() => replace.mutateAsync({ body: { ...company, confirmation } })).catch(() => undefined);
  return (
    <section className={styles.form}>
      <SectionHead title={t("yours")} note={t("yoursMeans")} />
      <BeginCompanyForm
        danger
        act={t("act")}
        busy={replace.isPending || replace.isSuccess}
        failure={replace.error}
        isAgreed={() => {
          setAsked(true);
          return !differs;
        }}
        onMake={make}
      >
        <TextField
          size="tall"
          label={t("confirm", { company: companyName })}
          hint={t("confirmMeans")}
          autoComplete="off"
          value={confirmation}
          wrong={refused ?? (asked && differs ? t("confirmDiffers", { company: companyName }) : undefined)}
          onChange={setConfirmation}
        />
      </BeginCompanyForm>
    </section>
  );
}
