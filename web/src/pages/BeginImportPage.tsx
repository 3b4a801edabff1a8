import { ImportWizard } from "../capabilities/imports/index.ts";

/** `/imports/new`: from a file to an import. */
export function BeginImportPage() {
  return <ImportWizard />;
}
