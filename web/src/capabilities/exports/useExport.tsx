import type { ExportObject } from "@tongzhou/contract/exports";
import { lazy, Suspense, useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { ExportAsked, ListExport } from "../../platform/lists/list-export.ts";
import { useMay } from "../../platform/session/session.ts";

// Fetched when somebody exports.
const ExportDialog = lazy(async () => ({ default: (await import("./ExportDialog.tsx")).ExportDialog }));

export interface Exporting {
  /** For the list; undefined for whoever may not. */
  act: ListExport | undefined;
  /** The dialog that is open; draw it once. */
  dialog: ReactNode;
}

/** Taking a list out of the house, as it stands. */
export function useExport(object: ExportObject): Exporting {
  const { t } = useTranslation("exports");
  const [asked, setAsked] = useState<ExportAsked>();
  // A touch leaves with the contact it is of.
  const mayExport = useMay(object === "touch" ? "contact" : object, "export");
  return {
    act: mayExport ? { words: t("export"), ofChosen: object !== "touch", run: setAsked } : undefined,
    dialog:
      asked === undefined ? null : (
        <Suspense>
          <ExportDialog object={object} asked={asked} onClose={() => setAsked(undefined)} />
        </Suspense>
      ),
  };
}
