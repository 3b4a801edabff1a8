export { ExportList } from "./ExportList.tsx";
export { useExport } from "./useExport.tsx";
export type { Exporting } from "./useExport.tsx";
