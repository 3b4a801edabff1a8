import { accounts } from "@tongzhou/contract/accounts";
import { enrichment, type AccountOffers, type EnrichedField, type FactOffer } from "@tongzhou/contract/enrichment";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { FailureNote } from "../../platform/errors/FailureNote.tsx";
import { FormDialog } from "../../platform/forms/FormDialog.tsx";
import { call } from "../../platform/http/call.ts";
import { forget } from "../../platform/http/queries.ts";
import { useAct } from "../../platform/http/useAct.ts";
import { sayActed } from "../../platform/undo/say-acted.ts";
import { Empty } from "../../ui/feedback/Empty.tsx";
import { SkeletonRows } from "../../ui/feedback/SkeletonRows.tsx";
import { OfferRows } from "./OfferRows.tsx";
import { SourceNotes } from "./SourceNotes.tsx";

export interface FillDialogProps {
  accountId: string;
  name: string;
  onClose: () => void;
}

const WIDTH_PX = 680;

/** What would be filled is ticked, what differs from what a person wrote waits for one press; nothing is written before. */
export function FillDialog({ accountId, name, onClose }: FillDialogProps) {
  const { t } = useTranslation("enrichment");
  // Asking may cost something: once each time the dialog is opened, and never again by itself.
  const [openedAt] = useState(() => crypto.randomUUID());
  const asked = useQuery({
    queryKey: [enrichment.ask.id, accountId, openedAt],
    queryFn: ({ signal }) => call(enrichment.ask, { params: { accountId } }, { signal }),
    staleTime: Infinity,
    gcTime: 0,
    retry: false,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
  const [turned, setTurned] = useState<ReadonlyMap<EnrichedField, boolean>>(new Map());
  const take = useAct(enrichment.take);
  const offers = asked.data?.offers ?? [];
  const isTaken = (offer: FactOffer) => turned.get(offer.field) ?? isTickedFirst(offer);
  const open = offers.filter(({ state }) => state !== "same" && state !== "taken");
  const canTake = open.length > 0;
  const chosen = open.filter(isTaken);
  const submit = () => {
    if (asked.data === undefined) return;
    const fields = chosen.map(({ field, present }) => ({ field, from: present }));
    take.mutate(
      { params: { accountId }, body: { offersId: asked.data.id, fields } },
      {
        onSuccess: ({ operationId, answer }) => {
          void forget(accounts.show, accounts.list, enrichment.ofAccount);
          sayActed(t("taken", { count: answer.filled.length, name }), operationId);
          onClose();
        },
      },
    );
  };
  return (
    <FormDialog
      title={t("fillTitle", { name })}
      act={chosen.length === 0 ? t("takeNone") : t("take", { count: chosen.length })}
      width={WIDTH_PX}
      onClose={onClose}
      onSubmit={submit}
      busy={take.isPending}
      failure={take.error}
      whyOff={
        asked.isPending ? t("asking") : chosen.length > 0 ? undefined : t(canTake ? "nothingChosen" : "nothingToTake")
      }
    >
      {asked.isPending ? (
        <div aria-busy>
          <output className="t13 ink2">{t("asking")}</output>
          <SkeletonRows rows={4} height={40} />
        </div>
      ) : null}
      {asked.isError ? <FailureNote failure={asked.error} /> : null}
      {asked.data === undefined ? null : (
        <Answered
          answered={asked.data}
          isTaken={isTaken}
          onTurn={(field, on) => setTurned(new Map([...turned, [field, on]]))}
        />
      )}
    </FormDialog>
  );
}

/** A blank, and what a source said before: nobody wrote it. A name somebody wrote, always; and by a brand it may be another company. */
const isTickedFirst = ({ field, state, matchedBy }: FactOffer): boolean =>
  field !== "name" && matchedBy !== "brand" && (state === "fills" || state === "replaces");

interface AnsweredProps {
  answered: AccountOffers;
  isTaken: (offer: FactOffer) => boolean;
  onTurn: (field: EnrichedField, on: boolean) => void;
}

function Answered({ answered: { offers, sources }, isTaken, onTurn }: AnsweredProps) {
  const { t } = useTranslation("enrichment");
  const different = offers.filter(({ state }) => state !== "same");
  const same = offers.length - different.length;
  return (
    <>
      <SourceNotes sources={sources} />
      {different.length > 0 ? <OfferRows offers={different} isTaken={isTaken} onTurn={onTurn} /> : null}
      {different.length === 0 && same > 0 ? (
        <Empty title={t("allSame")}>{t("allSameWhy", { count: same })}</Empty>
      ) : null}
      {different.length > 0 && same > 0 ? <p className="t13 ink3">{t("sameToo", { count: same })}</p> : null}
    </>
  );
}
