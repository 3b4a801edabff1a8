import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { FactConflict, FactEdit } from "./fact-types.ts";

export type FactMoment =
  | { kind: "view" }
  | { kind: "edit"; draft: string; read: string; refused?: string | undefined }
  | { kind: "saving"; draft: string }
  | { kind: "conflict"; draft: string; conflict: FactConflict };

export interface FactEditing {
  moment: FactMoment;
  begin: () => void;
  change: (draft: string) => void;
  /** Saves the draft, or the value given by an editor that decides at once. */
  save: (value?: string) => void;
  /** Back to what is stored; the draft is gone. */
  leave: () => void;
  /** After a conflict: mine in place of theirs. */
  insist: () => void;
}

/** The four moments of a fact: read, edited, being saved, and changed by somebody else meanwhile. @param begun begins with the second. */
export function useFactEdit(edit: FactEdit | undefined, begun = false): FactEditing {
  const [moment, setMoment] = useState<FactMoment>(() =>
    begun && edit !== undefined ? { kind: "edit", draft: edit.value, read: edit.value } : { kind: "view" },
  );
  const { t } = useTranslation("ui");

  const write = async (draft: string, read: string) => {
    if (edit === undefined) return;
    setMoment({ kind: "saving", draft });
    try {
      const answer = await edit.save(draft, read);
      if (answer.kind === "saved") setMoment({ kind: "view" });
      else if (answer.kind === "conflict") setMoment({ kind: "conflict", draft, conflict: answer.conflict });
      else setMoment({ kind: "edit", draft, read, refused: answer.words });
    } catch (failure) {
      const refused = failure instanceof Error && failure.message !== "" ? failure.message : t("factNotSaved");
      setMoment({ kind: "edit", draft, read, refused });
    }
  };

  return {
    moment,
    begin: () => edit !== undefined && setMoment({ kind: "edit", draft: edit.value, read: edit.value }),
    change: (draft) =>
      setMoment((before) => (before.kind === "edit" ? { ...before, draft, refused: undefined } : before)),
    save: (value) => {
      if (moment.kind !== "edit") return;
      const draft = value ?? moment.draft;
      if (draft === moment.read) setMoment({ kind: "view" });
      else void write(draft, moment.read);
    },
    leave: () => setMoment({ kind: "view" }),
    insist: () => moment.kind === "conflict" && void write(moment.draft, moment.conflict.value),
  };
}
