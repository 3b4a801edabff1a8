import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { isProblem } from "../../platform/http/problem-error.ts";
import { Button } from "../../ui/controls/Button.tsx";
import { useNavigateTo } from "../../ui/navigation/navigate.ts";

/** The way to the open lead that stood in the way, for whoever may know of it. */
export function useOpenLeadPointer(failure: unknown, onLeave: () => void): ReactNode {
  const { t } = useTranslation("capture");
  const navigate = useNavigateTo();
  if (!isProblem(failure, "open_lead_exists")) return null;
  const { leadId } = failure.problem.params ?? {};
  if (typeof leadId !== "string") return null;
  const open = () => {
    onLeave();
    navigate.go(`/leads/${leadId}`);
  };
  return (
    <div>
      <Button onClick={open}>{t("openThat")}</Button>
    </div>
  );
}
