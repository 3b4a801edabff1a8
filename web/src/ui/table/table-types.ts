import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import type { MenuItem } from "../layers/MenuList.tsx";
import type { Fact } from "../record/fact-types.ts";

export interface Column<Row> {
  id: string;
  head: string;
  /** `narrow` on a tablet, where rows are 60 high and one cell may hold two lines. */
  cell: (row: Row, narrow: boolean) => ReactNode;
  /** px; the last visible column takes what is left. */
  width?: number;
  /** Figures and their heads stand right. */
  align?: "start" | "end";
  sortable?: boolean;
  /** What is edited where it stands, as a fact of the row; undefined where there is nothing to edit. */
  fact?: ((row: Row) => Fact | undefined) | undefined;
  /** Not on a tablet: its content is merged into another cell there. */
  desktopOnly?: boolean;
}

export interface Sorting {
  column: string;
  down: boolean;
}

export interface RowAct {
  id: string;
  words: string;
  icon?: LucideIcon;
  /** Only phone, message and the like may stand as an icon alone. */
  lone?: boolean;
  /** Acts on the current row. */
  shortcut?: string;
  run: () => void;
}

/** What can be done with one row: up to three at hand, the rest behind the three dots. */
export interface RowActs {
  inline: readonly RowAct[];
  menu?: readonly MenuItem[];
}

export interface Selection {
  chosen: ReadonlySet<string>;
  onChange: (chosen: ReadonlySet<string>) => void;
}

/** The pages still to come; `load` is called when the end comes into sight. */
export interface MoreRows {
  has: boolean;
  loading: boolean;
  load: () => void;
  /** The last attempt failed; pressing tries again. */
  failed?: boolean;
}

export interface PhoneRow {
  /** Left: a grade, an avatar. */
  sign?: ReactNode;
  name: ReactNode;
  /** After the name, in grey, cut off first. */
  meta?: ReactNode;
  /** The second line. */
  line?: ReactNode;
  /** Right, above and below. */
  top?: ReactNode;
  bottom?: ReactNode;
  /** Right, instead of the two: a button. */
  act?: ReactNode;
  /** Uncovered by swiping left; at most two, the last one solid. */
  swipe?: readonly RowAct[];
}

export interface PhoneGroup {
  key: string;
  words: ReactNode;
  count?: ReactNode;
  tone?: "over";
}

export interface PhoneView<Row> {
  row: (row: Row) => PhoneRow;
  /** Cuts the list into groups; rows of one group must follow each other. */
  group?: (row: Row) => PhoneGroup;
}

export interface ColumnChooserProps {
  columns: readonly { id: string; head: string }[];
  /** Ids of the columns that are shown, in their order. */
  visible: readonly string[];
  onChange: (visible: string[]) => void;
  /** Back to the columns and widths the list begins with; left out while they are those. */
  onReset?: (() => void) | undefined;
}

/** Widths that somebody chose, by column; px. */
export interface ColumnWidths {
  of: Readonly<Record<string, number>>;
  onChange: (column: string, px: number) => void;
}

export interface RecordTableProps<Row> {
  /** What the rows are, for screen readers. */
  label: string;
  rows: readonly Row[];
  rowId: (row: Row) => string;
  columns: readonly Column<Row>[];
  /** Ids of the columns to show, in their order; all of them when left out. */
  visible?: readonly string[];
  /** Columns can be made wider and narrower where it is given. */
  widths?: ColumnWidths | undefined;
  sorting?: Sorting | undefined;
  onSort?: ((column: string) => void) | undefined;
  selection?: Selection | undefined;
  /** The record behind a row. */
  href?: ((row: Row) => string) | undefined;
  acts?: ((row: Row) => RowActs) | undefined;
  more?: MoreRows | undefined;
  /** The first page is on its way. */
  loading?: boolean;
  /** Stands in place of the rows when there are none. */
  empty?: ReactNode;
  phone?: PhoneView<Row> | undefined;
  /** list: 44 px on a grey head · report: 40 px, bare head · compact: 36 px. */
  look?: "list" | "report" | "compact";
  /** A last line of sums. */
  sums?: ReactNode;
}
