import type { LeadRow } from "@tongzhou/contract/lead-row";
import { leads } from "@tongzhou/contract/leads";
import { useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { EveryRow } from "../../platform/lists/RecordList.tsx";
import { useMay, useSession } from "../../platform/session/session.ts";
import { useDial } from "../contacts/index.ts";
import { AssignDialog } from "./AssignDialog.tsx";
import { DeclineDialog } from "./DeclineDialog.tsx";
import { ParkDialog } from "./ParkDialog.tsx";
import { PassOnDialog } from "./PassOnDialog.tsx";
import { useLeadAct } from "./useLeadAct.ts";
import { useLeadWords } from "./useLeadWords.ts";

type AskedKind = "decline" | "disqualify" | "assign" | "park" | "passTo";
type Asked = { kind: AskedKind; leads: readonly LeadRow[]; every?: EveryRow; onDone: (() => void) | undefined };
type Ask = (leads: readonly LeadRow[], onDone?: () => void) => void;

export interface LeadActs {
  accept: Ask;
  take: Ask;
  claim: Ask;
  /** An SDR passes leads on, to be routed. */
  passOn: Ask;
  /** The same to a rep whom the SDR names. */
  passTo: Ask;
  /** Into nurture until a day. */
  park: Ask;
  /** Back into the pool they were taken from. */
  putBack: Ask;
  decline: Ask;
  disqualify: Ask;
  assign: Ask;
  /** All that a list shows. */
  assignEvery: (every: EveryRow, onDone?: () => void) => void;
  call: (lead: LeadRow) => void;
  /** Whether there is a number to call. */
  canCall: (lead: LeadRow) => boolean;
  /** Whether the lead waits for the answer of whoever looks. */
  waitsForMe: (lead: LeadRow) => boolean;
  mayAssign: boolean;
  mayEdit: boolean;
  busy: boolean;
  /** The dialog that is open; draw it once. */
  dialog: ReactNode;
}

const TAKEN_ON: ReadonlySet<string> = new Set(["accept", "take", "claim"]);

/** Everything people do with leads, from lists, records and the page of today. */
export function useLeadActs(): LeadActs {
  const { t } = useTranslation("leads");
  const { person } = useSession();
  const words = useLeadWords();
  const dial = useDial();
  const [asked, setAsked] = useState<Asked>();
  const accept = useLeadAct(leads.accept);
  const take = useLeadAct(leads.take);
  const claim = useLeadAct(leads.claim);
  const passOn = useLeadAct(leads.passOn);
  const putBack = useLeadAct(leads.putBack);
  const ask =
    (kind: Asked["kind"]): Ask =>
    (chosen, onDone) =>
      setAsked({ kind, leads: chosen, onDone });
  const at =
    (act: { run: typeof accept.run }, verb: "accept" | "take" | "claim" | "passOn" | "putBack"): Ask =>
    (chosen, onDone) => {
      const [first] = chosen;
      const said = (count: number): string =>
        chosen.length === 1 && first !== undefined
          ? t(`${verb}OneDone`, { name: words.name(first) })
          : t(`${verb}Done`, { count });
      // What somebody takes on leaves the queue it stood in: the way to go on with it is said with it.
      const goesOn = TAKEN_ON.has(verb) && chosen.length === 1 && first !== undefined;
      const body = { leadIds: chosen.map(({ id }) => id) };
      act.run({ body }, said, onDone, goesOn ? `/leads/${first.id}` : undefined);
    };
  const close = () => setAsked(undefined);
  const canCall = ({ contact }: LeadRow) => contact.reachedBy?.kind === "phone";
  return {
    accept: at(accept, "accept"),
    take: at(take, "take"),
    claim: at(claim, "claim"),
    passOn: at(passOn, "passOn"),
    passTo: ask("passTo"),
    park: ask("park"),
    putBack: at(putBack, "putBack"),
    decline: ask("decline"),
    disqualify: ask("disqualify"),
    assign: ask("assign"),
    assignEvery: (every, onDone) => setAsked({ kind: "assign", leads: [], every, onDone }),
    canCall,
    call: ({ contact }) => {
      const { reachedBy } = contact;
      if (reachedBy === null) return;
      const { id, value, visibility } = reachedBy;
      void dial({ contactId: contact.id, identifierId: id, value, masked: visibility === "masked" });
    },
    waitsForMe: ({ stage, holder }) => stage === "assigned" && holder.kind === "owner" && holder.personId === person.id,
    mayAssign: useMay("lead", "assign"),
    mayEdit: useMay("lead", "edit"),
    busy: accept.busy || take.busy || claim.busy || passOn.busy || putBack.busy,
    dialog: asked === undefined ? null : <AskedDialog asked={asked} onClose={close} />,
  };
}

function AskedDialog({ asked, onClose }: { asked: Asked; onClose: () => void }) {
  const done = asked.onDone === undefined ? {} : { onDone: asked.onDone };
  if (asked.kind === "assign")
    return <AssignDialog leads={asked.leads} every={asked.every} onClose={onClose} {...done} />;
  if (asked.kind === "park") return <ParkDialog leads={asked.leads} onClose={onClose} {...done} />;
  if (asked.kind === "passTo") return <PassOnDialog leads={asked.leads} onClose={onClose} {...done} />;
  return <DeclineDialog leads={asked.leads} act={asked.kind} onClose={onClose} {...done} />;
}
