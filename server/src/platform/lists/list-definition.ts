import type { RawBuilder, SqlBool } from "kysely";
import type { AccessObject } from "../access/access-object.ts";
import type { Viewer } from "../access/viewer.ts";
import type { FieldSet } from "../conditions/index.ts";

/** One way to sort a list. The key is never null (coalesce it), so that pages can be compared along one index. */
export interface ListSort {
  readonly key: RawBuilder<unknown>;
  /** How the key comes back from a cursor: `instant` keys travel as ISO text. */
  readonly type: "text" | "number" | "instant" | "date";
  /**
   * The row's id where the key's index has it under another name: `lead_clock.lead_id`. Never null. Without it the id of the
   * list's table ends the order, and a page among many equal keys reads them all.
   */
  readonly id?: RawBuilder<unknown>;
  /** True of every row whose key is there. It turns the outer join of the key into an inner one, so that the order runs along its index. */
  readonly keyed?: RawBuilder<SqlBool>;
  /** Some rows have no key: they stand behind all that have one, whichever way the list runs, in the order of their ids. */
  readonly someUnkeyed?: true;
  /** A governed field that the order would tell something of. */
  readonly field?: string;
}

/** An outer join by a unique key, and the name by which statements speak of what it brings. */
export interface ListJoin {
  readonly alias: string;
  readonly join: RawBuilder<unknown>;
}

/**
 * A list of one object: where its rows come from and what of them is shown. One definition serves the pages of the list,
 * its counts, bulk acts and its export, always under the viewer's rights.
 */
export interface ListDefinition<Row extends { id: string }> {
  readonly object: AccessObject;
  /** The name of the object's table in `from`, which is also the alias its rights are compiled over. */
  readonly alias: string;
  /**
   * `lead as l left join lead_score as s on …`: joins that neither lose nor double a row. Outer joins by a unique key, even
   * where every row has one: the planner leaves out those that nothing asks for.
   */
  readonly from: RawBuilder<unknown>;
  /** The same in parts, where leaving out joins saves something: pages are chosen and rows counted with those asked for. */
  readonly parts?: { readonly table: RawBuilder<unknown>; readonly joins: readonly ListJoin[] };
  /** The joins that only `select` needs; left out when counting and when choosing the rows of a page. */
  readonly details?: RawBuilder<unknown>;
  /** The select list. */
  readonly select: RawBuilder<unknown>;
  /** What filters may speak of, by aliases. */
  readonly fields: FieldSet;
  readonly aliases?: Readonly<Record<string, string>>;
  /** Field id → governed field of the object, where the names differ: `contact.title` is governed as `job`. */
  readonly governed?: Readonly<Record<string, string>>;
  readonly sorts: Readonly<Record<string, ListSort>>;
  /** The sort of the list when none is asked for, for example `-captured`. */
  readonly standardSort: string;
  /** Quick search; sees only what the viewer may search by. */
  readonly search?: (text: string, viewer: Viewer) => RawBuilder<SqlBool>;
  /** Rows that are never in this list (merged records, for example). */
  readonly always?: RawBuilder<SqlBool>;
  /** Names the type only; rows come as `select` gives them. */
  readonly row?: Row;
}
