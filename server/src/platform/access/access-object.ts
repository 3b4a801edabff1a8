import type { RawBuilder, SqlBool } from "kysely";

/** How one value of a field is shown to somebody who may not read it. */
export type Mask = (value: unknown) => unknown;

/** Says of columns whether they hold one of the people or pools that a right extends to. */
export interface Whose {
  /**
   * True where the owner column, or the pool column, is within reach. Columns are written as in SQL, `l.owner_id`; a table
   * without one of them leaves it out.
   */
  holds(columns: { owner?: string; pool?: string; team?: string }): RawBuilder<SqlBool>;
  /** People and teams within reach to whom rights to follow records were given; mostly none. */
  readonly holderIds: ReadonlySet<string>;
  /** The same for rights to look at records. */
  readonly lookerIds: ReadonlySet<string>;
}

/** Whose the records of an object are, as columns of its table. One definition serves lists, records, search, counts, export and reports. */
export interface Belonging {
  /** The column with the owner's person id. */
  readonly owner?: string;
  /** The column with the pool's id. */
  readonly pool?: string;
  /** The column with the id of the team that the record belongs to as such. */
  readonly team?: string;
  /** Other ways to be somebody's, for example a contact by its open leads: a condition made of `whose.holds(…)`. */
  readonly related?: (whose: Whose, alias: string) => RawBuilder<SqlBool>;
  /** The same from the other end: queries of one uuid column that together give at least those ids; a null among them says that there are more. */
  readonly relatedIds?: (whose: Whose) => readonly RawBuilder<unknown>[];
}

/** What grants can speak of. Declared once by its capability, in `<capability>.access.ts`. */
export interface AccessObject {
  readonly name: string;
  readonly actions: readonly string[];
  readonly belonging: Belonging;
  /** Fields under field grants, with how each is masked. Every other field follows the record. */
  readonly fields: Readonly<Record<string, Mask>>;
  /** Whether its records can lie in a territory. */
  readonly territories: boolean;
}

const objects = new Map<string, AccessObject>();

/** Declares an object that grants can speak of. */
export function accessObject(
  name: string,
  traits: {
    actions: readonly string[];
    belonging?: Belonging;
    fields?: Readonly<Record<string, Mask>>;
    territories?: boolean;
  },
): AccessObject {
  if (objects.has(name)) throw new Error(`access object ${name} is declared twice`);
  const object = { name, belonging: {}, fields: {}, territories: false, ...traits };
  objects.set(name, object);
  return object;
}

/** The object declared under a name, once its capability is loaded. */
export function accessObjectNamed(name: string): AccessObject | undefined {
  return objects.get(name);
}

/** Everything declared so far, by name: for the page of roles and for whoAmI. */
export function accessObjects(): AccessObject[] {
  return [...objects.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1));
}
