import type { RecordChoice } from "@tongzhou/contract/assignment";
import type { Endpoint } from "@tongzhou/contract/endpoint";
import { Shuffle } from "lucide-react";
import { useState, type ReactNode } from "react";
import type { ListActs } from "../../platform/lists/RecordList.tsx";
import { useMay } from "../../platform/session/session.ts";
import type { BulkAct } from "../../ui/list/BulkBar.tsx";
import { AssignRecordsDialog, type AssignRecordsDialogProps } from "./AssignRecordsDialog.tsx";

interface Asked {
  title: string;
  choice: RecordChoice;
  clear: () => void;
}

export interface RecordsToAssign {
  /** The object whose grant to assign is asked for. */
  object: string;
  endpoints: AssignRecordsDialogProps["endpoints"];
  /** Reads that are out of date afterwards. */
  stale: readonly Pick<Endpoint, "id">[];
  words: {
    assign: string;
    /** `移交 12 位联系人`. */
    some: (count: number) => string;
    /** `移交这里的约 1,200 位联系人`. */
    all: (amount: string) => string;
  };
}

export interface AssigningRecords {
  /** Nothing for whoever may not; then rows cannot be chosen either. */
  acts: ListActs<{ id: string }>;
  /** The dialog that is open; draw it once. */
  dialog: ReactNode;
}

/** Giving records of a list to a colleague: the chosen ones, or all that the list shows. */
export function useAssignRecords({ object, endpoints, stale, words }: RecordsToAssign): AssigningRecords {
  const [asked, setAsked] = useState<Asked>();
  const mayAssign = useMay(object, "assign");
  const assign = (next: Asked): BulkAct[] => [
    { id: "assign", words: words.assign, icon: Shuffle, run: () => setAsked(next) },
  ];
  const acts: ListActs<{ id: string }> = {
    chosen: (rows, clear) =>
      assign({ title: words.some(rows.length), choice: { ids: rows.map(({ id }) => id) }, clear }),
    all: ({ filter, search, amount }, clear) => assign({ title: words.all(amount), choice: { filter, search }, clear }),
  };
  return {
    acts: mayAssign ? acts : {},
    dialog:
      asked === undefined ? null : (
        <AssignRecordsDialog
          title={asked.title}
          endpoints={endpoints}
          choice={asked.choice}
          stale={stale}
          onClose={() => setAsked(undefined)}
          onDone={asked.clear}
        />
      ),
  };
}
