/** Where the file of an export is fetched. */
export const hrefOfFile = (exportId: string): string => `/api/exports/${exportId}/file`;

/** Lets the browser keep the file of an export, under the name the server gives it. */
export function fetchFile(exportId: string): void {
  const link = document.createElement("a");
  link.href = hrefOfFile(exportId);
  link.download = "";
  link.click();
}
