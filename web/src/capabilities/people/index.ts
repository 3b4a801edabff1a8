/** People: who there is, and choosing one of them. */
export { useAssignRecords, type AssigningRecords } from "./useAssignRecords.tsx";
export { PersonField } from "./PersonField.tsx";
export { usePeople } from "./usePeople.ts";
export { CompanySettings } from "./CompanySettings.tsx";
export { MyAccount } from "./MyAccount.tsx";
export { PeopleTable } from "./PeopleTable.tsx";
export { RolesPanel } from "./RolesPanel.tsx";
export { TeamTree } from "./TeamTree.tsx";
export { useColleagues } from "./useColleagues.ts";
