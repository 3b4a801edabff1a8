import type { RecordChoice } from "@tongzhou/contract/assignment";
import { BookOpen } from "lucide-react";
import { lazy, Suspense, useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { ListActs } from "../../platform/lists/RecordList.tsx";
import { useMay } from "../../platform/session/session.ts";
import type { BulkAct } from "../../ui/list/BulkBar.tsx";

const RunDialog = lazy(async () => ({ default: (await import("./RunDialog.tsx")).RunDialog }));

export interface FillingRecords {
  /** Nothing for whoever may not. */
  acts: ListActs<{ id: string }>;
  /** The dialog that is open; draw it once. */
  dialog: ReactNode;
}

/** Asking sources about companies of a list in the background: the chosen ones, or all that it shows. */
export function useFillRecords(): FillingRecords {
  const { t } = useTranslation("enrichment");
  const [asked, setAsked] = useState<{ choice: RecordChoice; clear: () => void }>();
  const mayRun = useMay("enrichment_source", "run");
  const fill = (choice: RecordChoice, clear: () => void): BulkAct[] => [
    { id: "fill", words: t("fill"), icon: BookOpen, run: () => setAsked({ choice, clear }) },
  ];
  const acts: ListActs<{ id: string }> = {
    chosen: (rows, clear) => fill({ ids: rows.map(({ id }) => id) }, clear),
    all: ({ filter, search }, clear) => fill({ filter, search }, clear),
  };
  return {
    acts: mayRun ? acts : {},
    dialog:
      asked === undefined ? null : (
        <Suspense fallback={null}>
          <RunDialog choice={asked.choice} onClose={() => setAsked(undefined)} onBegun={asked.clear} />
        </Suspense>
      ),
  };
}
