import { useQuery } from "@tanstack/react-query";
import { contacts } from "@tongzhou/contract/contacts";
import { Merge } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { reading } from "../../platform/http/queries.ts";
import { Button } from "../../ui/controls/Button.tsx";
import { ChooseTwin } from "./ChooseTwin.tsx";
import { MergeDialog } from "./MergeDialog.tsx";

/** The act of merging a person with another one that turned out to be the same. */
export function MergeContact({ contactId }: { contactId: string }) {
  const { t } = useTranslation("identity");
  const [step, setStep] = useState<"choosing" | { twinId: string }>();
  const read = useQuery(reading(contacts.show, { params: { contactId } }));
  if (read.data?.mayEdit !== true) return null;
  const close = () => setStep(undefined);
  return (
    <>
      <Button icon={Merge} onClick={() => setStep("choosing")}>
        {t("merge")}
      </Button>
      {step === "choosing" ? (
        <ChooseTwin contactId={contactId} onChoose={(twinId) => setStep({ twinId })} onClose={close} />
      ) : null}
      {typeof step === "object" ? <MergeDialog contactId={contactId} twinId={step.twinId} onClose={close} /> : null}
    </>
  );
}
