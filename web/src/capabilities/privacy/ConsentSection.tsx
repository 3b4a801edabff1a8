import { useQuery } from "@tanstack/react-query";
import { ConsentPurpose, privacy, type ConsentChannel, type ConsentOfIdentifier } from "@tongzhou/contract/privacy";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ReadFailure } from "../../platform/errors/ReadFailure.tsx";
import { reading } from "../../platform/http/queries.ts";
import { SectionHead } from "../../ui/record/SectionHead.tsx";
import { PlainTable } from "../../ui/table/PlainTable.tsx";
import { ConsentHistory } from "./ConsentHistory.tsx";
import { CopyPreferenceLink } from "./CopyPreferenceLink.tsx";
import { RecordConsentDialog } from "./RecordConsentDialog.tsx";
import { useConsentWords } from "./useConsentWords.ts";

const HUES = { granted: "green", withdrawn: "red", unknown: "ink2" } as const;

type Open = "granting" | "withdrawing" | "history" | "link";

/** For what we may reach a person, by which of their identifiers, and what they said. */
export function ConsentSection({ contactId }: { contactId: string }) {
  const { t } = useTranslation("privacy");
  const [open, setOpen] = useState<Open>();
  const read = useQuery(reading(privacy.readConsent, { params: { contactId } }));
  if (read.isError) return <ReadFailure failure={read.error} onRetry={() => void read.refetch()} />;
  if (read.data === undefined || read.data.identifiers.length === 0) return null;
  const { identifiers, statements, mayGrant, mayWithdraw } = read.data;
  const close = () => setOpen(undefined);
  return (
    <section>
      <SectionHead title={t("consent")} />
      <div className="col g16">
        {identifiers.map((each) => (
          <OneIdentifier key={each.identifier.id} consent={each} />
        ))}
      </div>
      <div className="row g16 wrap t12" style={{ padding: "12px 0" }}>
        {mayGrant ? <Opener words={t("recordGrant")} onOpen={() => setOpen("granting")} /> : null}
        {mayWithdraw ? <Opener words={t("recordWithdrawal")} onOpen={() => setOpen("withdrawing")} /> : null}
        {mayGrant ? <Opener words={t("preferenceLink")} onOpen={() => setOpen("link")} /> : null}
        {statements.length === 0 ? (
          <span className="ink3">{t("nothingStated")}</span>
        ) : (
          <Opener words={t("statements", { count: statements.length })} onOpen={() => setOpen("history")} />
        )}
      </div>
      {open === "granting" || open === "withdrawing" ? (
        <RecordConsentDialog
          contactId={contactId}
          identifiers={identifiers}
          state={open === "granting" ? "granted" : "withdrawn"}
          onClose={close}
        />
      ) : null}
      {open === "link" ? <CopyPreferenceLink contactId={contactId} onClose={close} /> : null}
      {open === "history" ? <ConsentHistory consent={read.data} onClose={close} /> : null}
    </section>
  );
}

function Opener({ words, onOpen }: { words: string; onOpen: () => void }) {
  return (
    <button type="button" className="link nw" onClick={onOpen}>
      {words}
    </button>
  );
}

/** A row for each purpose, a column for each channel: three rows fit beside any record. */
function OneIdentifier({ consent: { identifier, answers } }: { consent: ConsentOfIdentifier }) {
  const { t } = useTranslation("privacy");
  const words = useConsentWords();
  const channels = [...new Set(answers.map(({ channel }) => channel))];
  const label = words.identifier(identifier);
  const shown = (channel: ConsentChannel, purpose: ConsentPurpose) => {
    const answer = answers.find((each) => each.channel === channel && each.purpose === purpose);
    return answer === undefined ? null : <span className={HUES[answer.state]}>{words.answer(answer)}</span>;
  };
  return (
    <div className="col">
      <b className="t13 ell">{label}</b>
      <PlainTable
        label={t("consentOf", { identifier: label })}
        rows={ConsentPurpose.options}
        rowId={(purpose) => purpose}
        columns={[
          { id: "purpose", head: t("purposeHead"), width: 88, cell: (purpose) => t(`purpose.${purpose}`) },
          ...channels.map((channel) => ({
            id: channel,
            head: t(`channel.${channel}`),
            cell: (purpose: ConsentPurpose) => shown(channel, purpose),
          })),
        ]}
      />
    </div>
  );
}
