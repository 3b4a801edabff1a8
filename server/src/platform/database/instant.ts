import type { ColumnType } from "kysely";

/** A `timestamptz(3)`: read as a Date, written as a Date or an ISO text. */
export type Instant = ColumnType<Date, Date | string, Date | string>;
