import { keyOf, knownBy } from "./known-keys.ts";
import type { GoodRow } from "./row-batches.ts";
import type { DraftValue } from "./row-draft.ts";

/** Who has a value: a contact or company, or whoever an earlier row brings, by what they are met by. */
interface Holder {
  readonly recordId: string | undefined;
  readonly metBy: ReadonlySet<string>;
}

/** The values of unique fields that are somebody's already, in the house or in earlier rows of the file. */
export class TakenKeys {
  readonly #holders = new Map<string, Holder>();
  #recordOf: ReadonlyMap<string, string> = new Map();

  /** @param keyOfValue the key by which two values of a unique field are the same; undefined for any other field. */
  constructor(private readonly keyOfValue: (value: DraftValue) => string | undefined) {}

  /**
   * Notes what the house knows of the next rows.
   * @param holders people or companies by the key of a value. @param recordOf the same by what they are met by.
   */
  note(holders: ReadonlyMap<string, string | undefined>, recordOf: ReadonlyMap<string, string>): void {
    this.#recordOf = recordOf;
    for (const [key, recordId] of holders) this.#holders.set(key, { recordId, metBy: new Set() });
  }

  /** The first value of a row that is somebody else's; undefined when there is none, and then they are this row's. */
  takenIn(row: GoodRow, values: readonly DraftValue[]): DraftValue | undefined {
    const keyed = values.flatMap((value) => {
      const key = this.keyOfValue(value);
      return key === undefined ? [] : [{ key, value }];
    });
    if (keyed.length === 0) return undefined;
    const metBy = new Set(knownBy(row).map(keyOf));
    const taken = keyed.find(({ key }) => {
      const holder = this.#holders.get(key);
      return holder !== undefined && !this.#isHolder(holder, metBy);
    });
    if (taken) return taken.value;
    for (const { key } of keyed) {
      const before = this.#holders.get(key);
      this.#holders.set(key, { recordId: before?.recordId, metBy: new Set([...(before?.metBy ?? []), ...metBy]) });
    }
    return undefined;
  }

  #isHolder({ recordId, metBy }: Holder, by: ReadonlySet<string>): boolean {
    return [...by].some((key) => metBy.has(key) || (recordId !== undefined && this.#recordOf.get(key) === recordId));
  }
}
