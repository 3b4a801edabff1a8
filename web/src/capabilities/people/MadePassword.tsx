import { Copy } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button } from "../../ui/controls/Button.tsx";
import { sayDone, sayFailed } from "../../ui/feedback/toast.ts";
import { TextField } from "../../ui/fields/TextField.tsx";
import { Dialog } from "../../ui/layers/Dialog.tsx";

/** A password that was made for somebody, shown this one time. */
export function MadePassword({ name, secret, onClose }: { name: string; secret: string; onClose: () => void }) {
  const { t } = useTranslation("people");
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(secret);
      sayDone(t("passwordCopied"));
    } catch {
      sayFailed(t("keyNotCopied"));
    }
  };
  return (
    <Dialog
      title={t("passwordOf", { name })}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t("keyStored")}</Button>
          <Button look="solid" icon={Copy} onClick={() => void copy()}>
            {t("copyKey")}
          </Button>
        </>
      }
    >
      <p className="t14 ink2" style={{ marginBottom: "12px" }}>
        {t("passwordOnce", { name })}
      </p>
      <TextField
        label={t("password")}
        value={secret}
        readOnly
        onChange={() => undefined}
        onFocus={(event) => event.currentTarget.select()}
      />
    </Dialog>
  );
}
