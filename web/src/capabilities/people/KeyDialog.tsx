import { apiKeys } from "@tongzhou/contract/people-keys";
import { Copy } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { FormDialog } from "../../platform/forms/FormDialog.tsx";
import { forget } from "../../platform/http/queries.ts";
import { useAct } from "../../platform/http/useAct.ts";
import { useSession } from "../../platform/session/session.ts";
import { Button } from "../../ui/controls/Button.tsx";
import { Choices } from "../../ui/controls/Choices.tsx";
import { sayDone, sayFailed } from "../../ui/feedback/toast.ts";
import { Field } from "../../ui/fields/Field.tsx";
import { SelectField } from "../../ui/fields/SelectField.tsx";
import { TextField } from "../../ui/fields/TextField.tsx";
import { Dialog } from "../../ui/layers/Dialog.tsx";

const MEANINGS = ["read", "everything"] as const;
type Meaning = (typeof MEANINGS)[number];

const DAYS = [30, 90, 365] as const;

/** Makes a key; it is shown once, because only its hash is kept. */
export function KeyDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation("people");
  const { grants } = useSession();
  const [name, setName] = useState("");
  const [meaning, setMeaning] = useState<Meaning>("read");
  const [days, setDays] = useState<string>("365");
  const make = useAct(apiKeys.create);
  const readable = [...new Set(grants.filter(({ action }) => action === "read").map(({ object }) => `${object}.read`))];
  const submit = () =>
    make.mutate(
      {
        body: {
          name,
          permissions: meaning === "read" ? readable : ["*.*"],
          expiresInDays: days === "never" ? null : Number(days),
        },
      },
      { onSuccess: () => void forget(apiKeys.list) },
    );
  const made = make.data?.answer;
  if (made !== undefined) return <MadeKey secret={made.key} name={made.name} onClose={onClose} />;
  return (
    <FormDialog
      title={t("makeKey")}
      act={t("makeKeyAct")}
      onClose={onClose}
      onSubmit={submit}
      busy={make.isPending}
      failure={make.error}
      whyOff={name.trim() === "" ? t("nameMissing") : undefined}
    >
      <TextField
        label={t("keyName")}
        placeholder={t("keyNameExample")}
        value={name}
        onChange={setName}
        maxLength={60}
      />
      <Field label={t("keyMay")}>
        {() => (
          <Choices
            label={t("keyMay")}
            value={meaning}
            onChange={setMeaning}
            options={MEANINGS.map((value) => ({
              value,
              words: t(`keyMeanings.${value}`),
              meaning: t(`keyMeaningsMean.${value}`),
            }))}
          />
        )}
      </Field>
      <SelectField
        label={t("validFor")}
        value={days}
        onChange={(chosen) => setDays(chosen ?? "365")}
        options={[
          ...DAYS.map((each) => ({ value: String(each), words: t("days", { count: each }) })),
          { value: "never", words: t("forever") },
        ]}
      />
    </FormDialog>
  );
}

function MadeKey({ secret, name, onClose }: { secret: string; name: string; onClose: () => void }) {
  const { t } = useTranslation("people");
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(secret);
      sayDone(t("keyCopied"));
    } catch {
      sayFailed(t("keyNotCopied"));
    }
  };
  return (
    <Dialog
      title={t("keyMade", { name })}
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
      <p className="t14 ink2">{t("keyOnce")}</p>
      <TextField
        label={t("key")}
        value={secret}
        onChange={() => undefined}
        readOnly
        onFocus={(event) => event.currentTarget.select()}
      />
    </Dialog>
  );
}
