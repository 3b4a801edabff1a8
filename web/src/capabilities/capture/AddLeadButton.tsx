import { Plus } from "lucide-react";
import { useTranslation } from "react-i18next";
import { begin } from "../../platform/shell/begun.ts";
import { useMay } from "../../platform/session/session.ts";
import { Button } from "../../ui/controls/Button.tsx";

/** By this id the dialog stands among the beginnings. */
export const NEW_LEAD = "lead";

/** Begins a lead; a phone shows the sign alone. Not there for whoever may bring none in. */
export function AddLeadButton({ onPhone = false }: { onPhone?: boolean }) {
  const { t } = useTranslation("shell");
  if (!useMay("lead", "create")) return null;
  if (onPhone) return <Button look="quiet" icon={Plus} label={t("begin.lead")} onClick={() => begin(NEW_LEAD)} />;
  return (
    <Button look="solid" icon={Plus} shortcut="c" onClick={() => begin(NEW_LEAD)}>
      {t("begin.lead")}
    </Button>
  );
}
