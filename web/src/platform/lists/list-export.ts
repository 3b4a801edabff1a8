import type { RecordChoice } from "@tongzhou/contract/assignment";

/** What of a list is to be taken out: the rows that were chosen or all it shows, with its columns in their order. */
export interface ExportAsked {
  choice: RecordChoice;
  sort: string;
  visible: readonly string[];
  /** Forgets the choice when it is done. */
  clear?: () => void;
}

/** Taking a list out of the house; left out for whoever may not. */
export interface ListExport {
  words: string;
  /** Rows can be chosen one by one for it. */
  ofChosen: boolean;
  run: (asked: ExportAsked) => void;
}
