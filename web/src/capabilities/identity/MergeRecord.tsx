import { useQuery } from "@tanstack/react-query";
import { accounts } from "@tongzhou/contract/accounts";
import { contacts } from "@tongzhou/contract/contacts";
import { Merge } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { reading } from "../../platform/http/queries.ts";
import { Button } from "../../ui/controls/Button.tsx";
import type { MergedRecord } from "./merged-record.ts";

const MergeDialog = lazy(async () => ({ default: (await import("./MergeDialog.tsx")).MergeDialog }));
const ChooseTwin = lazy(async () => ({ default: (await import("./ChooseTwin.tsx")).ChooseTwin }));

/** The act of merging a record with another one that turned out to be the same. */
export function MergeRecord({ object, recordId }: MergedRecord) {
  const { t } = useTranslation("identity");
  const [step, setStep] = useState<"choosing" | { twinId: string }>();
  const contact = useQuery({
    ...reading(contacts.show, { params: { contactId: recordId } }),
    enabled: object === "contact",
  });
  const account = useQuery({
    ...reading(accounts.show, { params: { accountId: recordId } }),
    enabled: object === "account",
  });
  const shown = object === "contact" ? contact.data : account.data;
  if (shown?.mayEdit !== true) return null;
  const close = () => setStep(undefined);
  return (
    <>
      <Button icon={Merge} onClick={() => setStep("choosing")}>
        {t("merge")}
      </Button>
      <Suspense fallback={null}>
        {step === "choosing" ? (
          <ChooseTwin object={object} recordId={recordId} onChoose={(twinId) => setStep({ twinId })} onClose={close} />
        ) : null}
        {typeof step === "object" ? (
          <MergeDialog object={object} recordId={recordId} twinId={step.twinId} onClose={close} />
        ) : null}
      </Suspense>
    </>
  );
}
