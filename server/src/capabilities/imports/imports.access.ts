import type { ImportObject } from "@tongzhou/contract/import-settings";
import { mayCreateAccounts } from "../accounts/index.ts";
import { accessObject } from "../../platform/access/access-object.ts";
import { may } from "../../platform/access/viewer.ts";
import type { Viewer } from "../../platform/access/viewer.ts";

export const IMPORT = accessObject("import", { actions: ["read", "create"], belonging: { owner: "started_by" } });

/** Counts and results of imports are everybody's who may read imports. */
export const mayReadImports = (viewer: Viewer): boolean => may(viewer, IMPORT, "read");

export const mayImport = (viewer: Viewer): boolean => may(viewer, IMPORT, "create");

/** Whether they may bring in what the rows become: companies are typed in or imported by whoever may add companies. */
export const mayBringIn = (viewer: Viewer, object: ImportObject): boolean =>
  mayImport(viewer) && (object !== "account" || mayCreateAccounts(viewer));

/** Who brings a file: a person, or the house itself on the command line. */
export interface Bringer {
  readonly personId: string | null;
}

/** What stands in a file is unmasked, so it is shown to nobody but who brought it. */
export const broughtIt = ({ personId }: Bringer, broughtBy: string | null | undefined): boolean =>
  personId === (broughtBy ?? null);
