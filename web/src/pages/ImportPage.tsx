import { useParams } from "@tanstack/react-router";
import { UndoPanel } from "../capabilities/audit/index.ts";
import { ImportResultPanel } from "../capabilities/imports/index.ts";

/** `/imports/$importId`: what an import made, and taking it back. */
export function ImportPage() {
  const { importId = "" } = useParams({ strict: false }) as { importId?: string };
  return <ImportResultPanel importId={importId} undo={<UndoPanel operationId={importId} />} />;
}
