import type { RecordChoice } from "@tongzhou/contract/assignment";
import { accounts, type AccountRow } from "@tongzhou/contract/accounts";
import { Shuffle } from "lucide-react";
import { useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { ListActs } from "../../platform/lists/RecordList.tsx";
import { useMay } from "../../platform/session/session.ts";
import type { BulkAct } from "../../ui/list/BulkBar.tsx";
import { AssignRecordsDialog } from "../people/index.ts";

interface Asked {
  title: string;
  choice: RecordChoice;
  clear: () => void;
}

export interface Assigning {
  /** Nothing for whoever may not; then rows cannot be chosen either. */
  acts: ListActs<AccountRow>;
  /** The dialog that is open; draw it once. */
  dialog: ReactNode;
}

/** Giving accounts to a colleague: the chosen ones, or all that the list shows. */
export function useAssignAccounts(): Assigning {
  const { t } = useTranslation("accounts");
  const [asked, setAsked] = useState<Asked>();
  const mayAssign = useMay("account", "assign");
  const assign = (next: Asked): BulkAct[] => [
    { id: "assign", words: t("assign"), icon: Shuffle, run: () => setAsked(next) },
  ];
  const acts: ListActs<AccountRow> = {
    chosen: (rows, clear) =>
      assign({
        title: t("assignMany", { count: rows.length }),
        choice: { ids: rows.map(({ id }) => id) },
        clear,
      }),
    all: ({ filter, search, amount }, clear) =>
      assign({ title: t("assignAll", { amount }), choice: { filter, search }, clear }),
  };
  return {
    acts: mayAssign ? acts : {},
    dialog:
      asked === undefined ? null : (
        <AssignRecordsDialog
          title={asked.title}
          endpoints={accounts}
          choice={asked.choice}
          stale={[accounts.list, accounts.count, accounts.show]}
          onClose={() => setAsked(undefined)}
          onDone={asked.clear}
        />
      ),
  };
}
