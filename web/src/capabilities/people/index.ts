/** People: who there is, and choosing one of them. */
import { lazy } from "react";

export { useAssignRecords, type AssigningRecords } from "./useAssignRecords.tsx";
export { PersonField } from "./PersonField.tsx";
export { usePeople } from "./usePeople.ts";
export { useColleagues } from "./useColleagues.ts";

// Pages of settings: every page that names a colleague would carry them.
export const CompanySettings = lazy(async () => ({ default: (await import("./CompanySettings.tsx")).CompanySettings }));
export const MyAccount = lazy(async () => ({ default: (await import("./MyAccount.tsx")).MyAccount }));
export const PeopleTable = lazy(async () => ({ default: (await import("./PeopleTable.tsx")).PeopleTable }));
export const RolesPanel = lazy(async () => ({ default: (await import("./RolesPanel.tsx")).RolesPanel }));
export const TeamTree = lazy(async () => ({ default: (await import("./TeamTree.tsx")).TeamTree }));
