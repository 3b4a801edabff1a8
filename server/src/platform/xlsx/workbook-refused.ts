/** Why a file cannot be read as a workbook. */
export type WorkbookFault =
  /** What the file says of itself contradicts itself, or it ends too early. */
  | "damaged"
  /** It opens with a password only. */
  | "protected"
  /** .xls or .xlsb: another format under a similar name. */
  | "old_format"
  /** A zip file without a workbook in it. */
  | "not_a_workbook"
  /** It unpacks to far more than a list of people: by intent, or by formats dragged over the whole sheet. */
  | "too_large_unpacked"
  /** Nothing is written on the sheet that was asked for. */
  | "empty_sheet";

/** A workbook that cannot be read. Nothing of it was used. */
export class WorkbookRefused extends Error {
  readonly fault: WorkbookFault;
  constructor(fault: WorkbookFault, detail = "") {
    super(`the workbook is refused: ${fault}${detail === "" ? "" : ` (${detail})`}`);
    this.fault = fault;
  }
}
