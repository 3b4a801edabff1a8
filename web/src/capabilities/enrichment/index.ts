/** Enrichment: what others know about companies, and where each value came from. */
export { FillAccount } from "./FillAccount.tsx";
export { SourceSettings } from "./SourceSettings.tsx";
export { useFillRecords } from "./useFillRecords.tsx";
export { useOriginMarks } from "./useOriginMarks.tsx";
