import { useQuery } from "@tanstack/react-query";
import type { LeadRow } from "@tongzhou/contract/lead-row";
import { leads } from "@tongzhou/contract/leads";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ReadFailure } from "../../platform/errors/ReadFailure.tsx";
import { reading } from "../../platform/http/queries.ts";
import { Button } from "../../ui/controls/Button.tsx";
import { Choices } from "../../ui/controls/Choices.tsx";
import { SkeletonRows } from "../../ui/feedback/SkeletonRows.tsx";
import { LongTextField } from "../../ui/fields/LongTextField.tsx";
import { Dialog } from "../../ui/layers/Dialog.tsx";
import { FootNote } from "../../ui/layers/FootNote.tsx";
import { DoubleOf } from "./DoubleOf.tsx";
import { useLeadAct } from "./useLeadAct.ts";
import { useLeadWords } from "./useLeadWords.ts";

export interface DeclineDialogProps {
  leads: readonly LeadRow[];
  /** `decline`: the rep gives them back; `disqualify`: they are taken out. */
  act: "decline" | "disqualify";
  onClose: () => void;
  onDone?: () => void;
}

/** Gives leads back, or takes them out, with a reason that marketing reads; each reason says where they go. */
export function DeclineDialog({ leads: chosen, act, onClose, onDone }: DeclineDialogProps) {
  const { t } = useTranslation("leads");
  const { t: ui } = useTranslation("ui");
  const words = useLeadWords();
  const reasons = useQuery(reading(leads.rejectReasons));
  const [reason, setReason] = useState<string>();
  const [note, setNote] = useState("");
  const [doubleOf, setDoubleOf] = useState<string>();
  const decline = useLeadAct(leads.decline);
  const disqualify = useLeadAct(leads.disqualify);
  const first = chosen[0];
  const leadIds = chosen.map(({ id }) => id);
  // Whose double it is can be said of one lead alone, and of one that goes on.
  const mayBeDouble = act === "decline" && chosen.length === 1;
  const offered = (reasons.data ?? []).filter(({ effect }) => effect !== "review" || mayBeDouble);
  const effectOf = (code: string | undefined) => offered.find((each) => each.code === code)?.effect;
  const name = chosen.length === 1 && first !== undefined ? words.name(first) : "";
  const effect = effectOf(reason);
  const missing =
    reason === undefined
      ? t("reasonMissing")
      : effect === "review" && doubleOf === undefined
        ? t("doubleMissing")
        : undefined;
  const run = () => {
    if (reason === undefined || missing !== undefined) return;
    const otherRecordId = effect === "review" ? (doubleOf ?? null) : null;
    const body = { leadIds, reason, note: note.trim() === "" ? null : note };
    const why = offered.find((each) => each.code === reason)?.name ?? reason;
    const said = (count: number) => (name === "" ? t(`${act}Done`, { count, why }) : t(`${act}OneDone`, { name, why }));
    const done = () => {
      onClose();
      onDone?.();
    };
    if (act === "decline") decline.run({ body: { ...body, otherRecordId } }, said, done);
    else disqualify.run({ body }, said, done);
  };
  return (
    <Dialog
      title={name === "" ? t(`${act}Many`, { count: chosen.length }) : t(`${act}One`, { name })}
      onClose={onClose}
      onSubmit={run}
      width={520}
      foot={
        <>
          <FootNote>{missing}</FootNote>
          <Button onClick={onClose}>{ui("cancel")}</Button>
          <Button
            look="solid"
            type="submit"
            busy={decline.busy || disqualify.busy}
            {...(missing === undefined ? {} : { whyOff: missing })}
          >
            {t(act)}
          </Button>
        </>
      }
    >
      <div className="col g16">
        {reasons.isPending ? <SkeletonRows rows={3} height={36} /> : null}
        {reasons.isError ? <ReadFailure failure={reasons.error} onRetry={() => void reasons.refetch()} /> : null}
        {reasons.isSuccess && offered.length === 0 ? <p className="ink2 t13">{t("noReasons")}</p> : null}
        {offered.length === 0 ? null : (
          <Choices
            label={t("reasonLabel")}
            value={reason}
            onChange={setReason}
            options={offered.map((each, at) => ({ value: each.code, words: each.name, shortcut: String(at + 1) }))}
          />
        )}
        {effect === undefined ? null : (
          <p className="t13 ink2" aria-live="polite">
            {t(act === "decline" ? `effect.${effect}` : "effect.disqualify")}
          </p>
        )}
        {effect === "review" && first !== undefined ? (
          <DoubleOf contactId={first.contact.id} value={doubleOf} onChange={setDoubleOf} />
        ) : null}
        {/* Not before the reasons: the first focus would be in the text, and the keys of the reasons would be typed. */}
        {offered.length === 0 ? null : (
          <LongTextField label={t("noteLabel")} hint={t("noteHint")} value={note} onChange={setNote} maxLength={2000} />
        )}
      </div>
    </Dialog>
  );
}
