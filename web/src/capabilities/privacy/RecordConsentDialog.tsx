import {
  ConsentPurpose,
  privacy,
  type ConsentChannel,
  type ConsentOfIdentifier,
  type ConsentState,
} from "@tongzhou/contract/privacy";
import { useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { FormDialog } from "../../platform/forms/FormDialog.tsx";
import { queryClient } from "../../platform/http/queries.ts";
import { useAct } from "../../platform/http/useAct.ts";
import { sayActed } from "../../platform/undo/say-acted.ts";
import { Checkbox } from "../../ui/controls/Checkbox.tsx";
import { Choices } from "../../ui/controls/Choices.tsx";
import { LongTextField } from "../../ui/fields/LongTextField.tsx";
import { useConsentWords } from "./useConsentWords.ts";

const EVIDENCE_CHARACTERS = 2000;
const BY_HAND = ["spoken", "written"] as const;

export interface RecordConsentDialogProps {
  contactId: string;
  identifiers: readonly ConsentOfIdentifier[];
  state: ConsentState;
  onClose: () => void;
}

/** Writes down what somebody allowed or withdrew: which identifier, by what channels, for what, and the evidence. */
export function RecordConsentDialog({ contactId, identifiers, state, onClose }: RecordConsentDialogProps) {
  const { t } = useTranslation("privacy");
  const words = useConsentWords();
  const [identifierId, setIdentifier] = useState(identifiers[0]?.identifier.id ?? "");
  const [unticked, setUnticked] = useState<readonly ConsentChannel[]>([]);
  const [purposes, setPurposes] = useState<readonly ConsentPurpose[]>(["marketing"]);
  const [how, setHow] = useState<(typeof BY_HAND)[number]>("spoken");
  const [evidence, setEvidence] = useState("");
  const isGrant = state === "granted";
  const record = useAct(isGrant ? privacy.grant : privacy.withdraw);
  const answers = identifiers.find(({ identifier }) => identifier.id === identifierId)?.answers ?? [];
  const offered = [...new Set(answers.map(({ channel }) => channel))];
  const channels = offered.filter((channel) => !unticked.includes(channel));
  const said = evidence.trim();
  const run = () =>
    record.mutate(
      {
        params: { contactId },
        body: {
          identifierId,
          channels: [...channels],
          purposes: [...purposes],
          how,
          evidence: said === "" ? null : said,
        },
      } as Parameters<typeof record.mutate>[0],
      {
        onSuccess({ operationId }) {
          void queryClient.invalidateQueries();
          // What was withdrawn stays withdrawn: there is nothing to offer but the note.
          sayActed(t(isGrant ? "granted" : "withdrawn"), isGrant ? operationId : undefined);
          onClose();
        },
      },
    );
  return (
    <FormDialog
      title={t(isGrant ? "recordGrant" : "recordWithdrawal")}
      act={t(isGrant ? "saveGrant" : "saveWithdrawal")}
      onClose={onClose}
      onSubmit={run}
      busy={record.isPending}
      failure={record.error}
      whyOff={whyNot({ channels, purposes, said, isGrant }, t)}
    >
      {identifiers.length < 2 ? null : (
        <Labelled words={t("whichIdentifier")}>
          <Choices
            label={t("whichIdentifier")}
            value={identifierId}
            onChange={(chosen) => {
              setIdentifier(chosen);
              setUnticked([]);
            }}
            options={identifiers.map(({ identifier }) => ({
              value: identifier.id,
              words: words.identifier(identifier),
            }))}
          />
        </Labelled>
      )}
      <Ticks
        label={t("channelHead")}
        options={offered.map((value) => ({ value, words: t(`channel.${value}`) }))}
        ticked={channels}
        onChange={(ticked) => setUnticked(offered.filter((channel) => !ticked.includes(channel)))}
      />
      <Ticks
        label={t("purposeHead")}
        options={ConsentPurpose.options.map((value) => ({ value, words: t(`purpose.${value}`) }))}
        ticked={purposes}
        onChange={setPurposes}
      />
      <Labelled words={t("howHead")}>
        <Choices
          label={t("howHead")}
          value={how}
          onChange={setHow}
          options={BY_HAND.map((value) => ({ value, words: t(`how.${value}`) }))}
        />
      </Labelled>
      <LongTextField
        label={t(isGrant ? "evidence" : "evidenceOfWithdrawal")}
        hint={isGrant ? t("evidenceHint") : undefined}
        value={evidence}
        onChange={setEvidence}
        maxLength={EVIDENCE_CHARACTERS}
        rows={3}
      />
      {isGrant ? null : <p className="t13 ink2">{t("notUndoable")}</p>}
    </FormDialog>
  );
}

function Labelled({ words, children }: { words: string; children: ReactNode }) {
  return (
    <div className="col g8">
      <span className="t12 ink3" aria-hidden>
        {words}
      </span>
      {children}
    </div>
  );
}

interface Drafted {
  channels: readonly ConsentChannel[];
  purposes: readonly ConsentPurpose[];
  said: string;
  isGrant: boolean;
}

/** What it still lacks. */
function whyNot({ channels, purposes, said, isGrant }: Drafted, t: ReturnType<typeof useTranslation<"privacy">>["t"]) {
  if (channels.length === 0) return t("lacks.channel");
  if (purposes.length === 0) return t("lacks.purpose");
  return isGrant && said === "" ? t("lacks.evidence") : undefined;
}

interface TicksProps<V extends string> {
  label: string;
  options: readonly { value: V; words: string }[];
  ticked: readonly V[];
  onChange: (ticked: V[]) => void;
}

function Ticks<V extends string>({ label, options, ticked, onChange }: TicksProps<V>) {
  return (
    <fieldset className="col g8" style={{ border: 0, margin: 0, padding: 0 }}>
      <legend className="t12 ink3" style={{ padding: 0 }}>
        {label}
      </legend>
      <div className="row g16 wrap">
        {options.map(({ value, words }) => (
          <Checkbox
            key={value}
            checked={ticked.includes(value)}
            onChange={(on) => onChange(on ? [...ticked, value] : ticked.filter((each) => each !== value))}
          >
            {words}
          </Checkbox>
        ))}
      </div>
    </fieldset>
  );
}
