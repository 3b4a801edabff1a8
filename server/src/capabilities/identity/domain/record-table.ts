/** What a record may say of itself. `given`, `surname`, `birth` are of persons only; `organisation` is an employer or the record itself. */
export const FIELD_KINDS = [
  "given",
  "surname",
  "birth",
  "organisation",
  "phone",
  "mail",
  "id",
  "address",
  "postcode",
  "city",
  "region",
] as const;
export type FieldKind = (typeof FIELD_KINDS)[number];

/** One record in normal form: values that mean the same are the same text. Several phones are several values. */
export type PlainRecord = Readonly<Partial<Record<FieldKind, readonly string[]>>>;

/** One field of all records. Equal texts are one value, known by its number, so that comparing them is comparing numbers. */
export interface Column {
  readonly values: readonly string[];
  /** The values of record i are `valueIds[starts[i] … starts[i + 1]]`. */
  readonly starts: Int32Array;
  readonly valueIds: Int32Array;
}

export interface RecordTable {
  readonly size: number;
  readonly columns: Readonly<Partial<Record<FieldKind, Column>>>;
  /** Which list a record came from, where records of one list are known to be different; absent: any two may be the same. */
  readonly lists?: Int32Array;
}

/** Names share their values, so that a given name written in the place of the surname is recognised by number. */
const SHARED: Readonly<Partial<Record<FieldKind, FieldKind>>> = { surname: "given" };

/** Takes records as they are read and holds them by columns: some 8 bytes a record and value beside the distinct texts. */
export class RecordTableBuilder {
  readonly #columns = new Map<FieldKind, GrowingColumn>();
  readonly #dictionaries = new Map<FieldKind, Dictionary>();
  readonly #listNumbers = new Map<string, number>();
  readonly #lists: number[] = [];
  #size = 0;

  /** @param fields those that have a column even where no record says anything in them. */
  constructor(fields: readonly FieldKind[] = []) {
    for (const kind of fields) this.#column(kind);
  }

  /** @param list the name of the list it came from, where records of one list are not compared with each other. */
  add(record: PlainRecord, list?: string): void {
    for (const kind of FIELD_KINDS) {
      const texts = record[kind];
      if (texts === undefined || texts.length === 0) continue;
      this.#column(kind).add(this.#size, texts);
    }
    if (list !== undefined) this.#lists.push(this.#listNumber(list));
    this.#size++;
  }

  finish(): RecordTable {
    const columns: Partial<Record<FieldKind, Column>> = {};
    for (const [kind, column] of this.#columns) columns[kind] = column.finish(this.#size);
    const lists = this.#lists.length === this.#size && this.#size > 0 ? Int32Array.from(this.#lists) : undefined;
    return { size: this.#size, columns, ...(lists === undefined ? {} : { lists }) };
  }

  #column(kind: FieldKind): GrowingColumn {
    const known = this.#columns.get(kind);
    if (known) return known;
    const column = new GrowingColumn(this.#dictionary(SHARED[kind] ?? kind));
    this.#columns.set(kind, column);
    return column;
  }

  #dictionary(kind: FieldKind): Dictionary {
    const dictionary = this.#dictionaries.get(kind) ?? { numbers: new Map(), values: [] };
    this.#dictionaries.set(kind, dictionary);
    return dictionary;
  }

  #listNumber(list: string): number {
    const number = this.#listNumbers.get(list) ?? this.#listNumbers.size;
    this.#listNumbers.set(list, number);
    return number;
  }
}

interface Dictionary {
  readonly numbers: Map<string, number>;
  readonly values: string[];
}

class GrowingColumn {
  readonly #dictionary: Dictionary;
  #records = new Int32Array(1024);
  #valueIds = new Int32Array(1024);
  #length = 0;

  constructor(dictionary: Dictionary) {
    this.#dictionary = dictionary;
  }

  add(record: number, texts: readonly string[]): void {
    for (const text of new Set(texts)) {
      if (this.#length === this.#records.length) this.#grow();
      this.#records[this.#length] = record;
      this.#valueIds[this.#length++] = this.#number(text);
    }
  }

  finish(size: number): Column {
    const starts = new Int32Array(size + 1);
    for (let at = 0; at < this.#length; at++) {
      const behind = (this.#records[at] ?? 0) + 1;
      starts[behind] = (starts[behind] ?? 0) + 1;
    }
    for (let record = 1; record <= size; record++) starts[record] = (starts[record] ?? 0) + (starts[record - 1] ?? 0);
    return { values: this.#dictionary.values, starts, valueIds: this.#valueIds.slice(0, this.#length) };
  }

  #number(text: string): number {
    const { numbers, values } = this.#dictionary;
    const known = numbers.get(text);
    if (known !== undefined) return known;
    numbers.set(text, values.length);
    values.push(text);
    return values.length - 1;
  }

  #grow(): void {
    const doubled = (from: Int32Array): Int32Array<ArrayBuffer> => {
      const to = new Int32Array(from.length * 2);
      to.set(from);
      return to;
    };
    this.#records = doubled(this.#records);
    this.#valueIds = doubled(this.#valueIds);
  }
}
