import type { PoolClient } from "pg";

/** What undo must know of a ledgered table; read from PostgreSQL's catalogue, so that it cannot be out of date. */
export interface LedgerTable {
  readonly name: string;
  readonly kind: "business" | "fact";
  /** Facts that have left the house (deliveries, views by customers, security events) are never removed. */
  readonly stays: boolean;
  /** Rows that no undo removes, though others of the table go: a withdrawal of consent. */
  readonly staysWith: { readonly column: string; readonly value: string } | undefined;
  readonly columns: readonly LedgerColumn[];
  /** `restricts`: its target can only be deleted after it, however far constraints are deferred. */
  readonly foreignKeys: readonly { readonly column: string; readonly target: string; readonly restricts: boolean }[];
  /** Conditions of one row: checks and not-nulls. `columns` are those that take part. */
  readonly checks: readonly { readonly condition: string; readonly columns: readonly string[] }[];
  readonly uniques: readonly LedgerUnique[];
  /** Rows that belong to another row: they stay when it stays, or when one of `boundTo` of it cannot be restored. */
  readonly parts: readonly { readonly column: string; readonly target: string; readonly boundTo: readonly string[] }[];
  /** Columns that say one thing together: when one of them cannot be restored, none of the same row is. */
  readonly together: readonly (readonly string[])[];
  /** Old column name → present one. */
  readonly renames: ReadonlyMap<string, string>;
}

export interface LedgerColumn {
  readonly name: string;
  readonly type: string;
  readonly defaultExpression: string | null;
}

export interface LedgerUnique {
  readonly name: string;
  readonly keys: readonly string[];
  readonly predicate: string | null;
  readonly nullsNotDistinct: boolean;
  readonly columns: readonly string[];
}

export type Catalogue = ReadonlyMap<string, LedgerTable>;

/** Writes a name as PostgreSQL reads it. */
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

const CATALOGUE_SQL = `
  select
    c.relname as name,
    obj_description(c.oid, 'pg_class') as comment,
    (select json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod),
                     'defaultExpression', pg_get_expr(d.adbin, d.adrelid), 'notNull', a.attnotnull) order by a.attnum)
       from pg_attribute as a
       left join pg_attrdef as d on d.adrelid = a.attrelid and d.adnum = a.attnum
      where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
    (select coalesce(json_agg(json_build_object('column', a.attname, 'target', t.relname,
                     'restricts', k.confdeltype = 'r')), '[]')
       from pg_constraint as k
       join pg_attribute as a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
       join pg_class as t on t.oid = k.confrelid
      where k.conrelid = c.oid and k.contype = 'f' and cardinality(k.conkey) = 1) as foreign_keys,
    (select coalesce(json_agg(json_build_object('condition', pg_get_expr(k.conbin, k.conrelid),
                     'columns', (select json_agg(attname) from pg_attribute where attrelid = c.oid and attnum = any (k.conkey)))), '[]')
       from pg_constraint as k
      where k.conrelid = c.oid and k.contype = 'c') as checks,
    (select coalesce(json_agg(json_build_object(
              'name', x.relname,
              'keys', (select json_agg(pg_get_indexdef(i.indexrelid, n, true) order by n) from generate_series(1, i.indnkeyatts) as n),
              'predicate', pg_get_expr(i.indpred, i.indrelid),
              'nullsNotDistinct', i.indnullsnotdistinct,
              'columns', (select json_agg(distinct a.attname)
                            from pg_attribute as a
                           where a.attrelid = c.oid and a.attnum > 0
                             and (a.attnum = any (i.indkey) or exists (
                               select from pg_depend as d
                                where d.classid = 'pg_class'::regclass and d.objid = i.indexrelid
                                  and d.refobjid = c.oid and d.refobjsubid = a.attnum))))), '[]')
       from pg_index as i
       join pg_class as x on x.oid = i.indexrelid
      where i.indrelid = c.oid and i.indisunique and not i.indisprimary) as uniques,
    (select coalesce(json_object_agg(old_name, new_name), '{}') from ledger_rename where table_name = c.relname) as renames
  from pg_class as c
  where c.relnamespace = 'public'::regnamespace
    and c.relkind in ('r', 'p')
    and not c.relispartition
    and ledger.kind_of(c.oid) in ('business', 'fact')
  order by c.relname`;

interface CatalogueRow {
  name: string;
  comment: string;
  columns: (LedgerColumn & { notNull: boolean })[];
  foreign_keys: { column: string; target: string; restricts: boolean }[];
  checks: { condition: string; columns: string[] }[];
  uniques: LedgerUnique[];
  renames: Record<string, string>;
}

/** Reads every business and fact table of the database. About 5 ms for 60 tables, so it is read for each undo. */
export async function readCatalogue(client: PoolClient): Promise<Catalogue> {
  const { rows } = await client.query<CatalogueRow>(CATALOGUE_SQL);
  return new Map(rows.map((row) => [row.name, tableOf(row)]));
}

function tableOf(row: CatalogueRow): LedgerTable {
  const traits = traitsOf(row.comment);
  const notNulls = row.columns
    .filter((column) => column.notNull)
    .map((column) => ({ condition: `${quoted(column.name)} is not null`, columns: [column.name] }));
  return {
    name: row.name,
    kind: traits.includes("kind: fact") ? "fact" : "business",
    stays: traits.includes("stays"),
    staysWith: staysWith(row, traits),
    columns: row.columns,
    foreignKeys: row.foreign_keys,
    checks: [...row.checks, ...notNulls],
    uniques: row.uniques,
    parts: traits.filter((trait) => trait.startsWith("part of ")).map((trait) => partOf(row, trait)),
    together: traits.filter((trait) => trait.startsWith("together ")).map((trait) => togetherOf(row, trait)),
    renames: new Map(Object.entries(row.renames)),
  };
}

/** `kind: fact, part of lead_id with stage/owner_id. Words…` → its traits. */
function traitsOf(comment: string): string[] {
  return comment
    .slice(0, comment.indexOf("."))
    .split(",")
    .map((trait) => trait.trim());
}

function staysWith(row: CatalogueRow, traits: readonly string[]): LedgerTable["staysWith"] {
  const trait = traits.find((each) => each.startsWith("stays with "));
  if (trait === undefined) return undefined;
  const [, column = "", value = ""] = /^stays with (\w+)=(\w+)$/.exec(trait) ?? [];
  if (!row.columns.some(({ name }) => name === column)) {
    throw new Error(`comment of table ${row.name}: "${trait}" names no column and value`);
  }
  return { column, value };
}

function partOf(row: CatalogueRow, trait: string): LedgerTable["parts"][number] {
  const [, column = "", bound = ""] = /^part of (\w+)(?: with ([\w/]+))?$/.exec(trait) ?? [];
  const target = row.foreign_keys.find((key) => key.column === column)?.target;
  if (!target) throw new Error(`comment of table ${row.name}: "${trait}" names no foreign key of one column`);
  return { column, target, boundTo: bound.split("/").filter(Boolean) };
}

function togetherOf(row: CatalogueRow, trait: string): string[] {
  const columns = trait.slice("together ".length).split("/");
  const unknown = columns.find((name) => !row.columns.some((column) => column.name === name));
  if (unknown !== undefined) throw new Error(`comment of table ${row.name}: "${trait}" names no column ${unknown}`);
  return columns;
}
