import type { MappedPlace } from "./row-cells.ts";
import type { RejectReason, RemarkCode, RowReject, RowRemark } from "./row-draft.ts";

/** Longer values are cut where they are shown. */
const SHOWN_CHARACTERS = 200;
/** Most rows have nothing to note and share this. */
const NONE: readonly never[] = Object.freeze([]);
const NO_PARAMS = Object.freeze({});

/** What was found wrong with one row, and what was only noticed. */
export class RowFindings {
  rejects: readonly RowReject[] = NONE;
  remarks: readonly RowRemark[] = NONE;

  /** The row stays out. */
  reject(
    reason: RejectReason,
    place: Pick<MappedPlace, "column"> | null,
    value: string,
    params: RowReject["params"] = NO_PARAMS,
  ): void {
    this.rejects = [...this.rejects, { reason, column: place?.column ?? null, value: shown(value), params }];
  }

  /** The row goes in, and the result page says this about it. */
  remark(code: RemarkCode, place: Pick<MappedPlace, "column"> | null, value: string): void {
    this.remarks = [...this.remarks, { code, column: place?.column ?? null, value: shown(value) }];
  }
}

function shown(value: string): string {
  return value.length <= SHOWN_CHARACTERS
    ? value
    : `${Array.from(value.slice(0, SHOWN_CHARACTERS * 2))
        .slice(0, SHOWN_CHARACTERS)
        .join("")}…`;
}
