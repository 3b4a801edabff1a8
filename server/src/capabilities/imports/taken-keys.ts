import type { FieldObject } from "@tongzhou/contract/fields";
import { findHolders, holderKey } from "../fields/index.ts";
import type { ReadContext } from "../../platform/ledger/context.ts";
import type { AddedField } from "./domain/added-value.ts";
import { keyOf } from "./domain/dry-run-count.ts";
import type { GoodRow } from "./domain/row-batches.ts";
import type { DraftValue } from "./domain/row-draft.ts";
import { findContactsOfLeads, findKnownIdentifiers } from "./queries/known-rows.ts";

/** Who has a value: a contact, or whoever an earlier row brings, by what they are met by. */
interface Holder {
  readonly contactId: string | undefined;
  readonly metBy: ReadonlySet<string>;
}

/** The values of unique fields that are somebody's already, in the house or in earlier rows of the file. */
export class TakenKeys {
  readonly #unique: readonly AddedField[];
  readonly #holders = new Map<string, Holder>();
  #contactOf: ReadonlyMap<string, string> = new Map();

  constructor(fields: readonly AddedField[]) {
    this.#unique = fields.filter(({ unique }) => unique);
  }

  /** Looks up who has the values of these rows, and who the rows are about. */
  async look(context: Pick<ReadContext, "tx">, rows: readonly GoodRow[]): Promise<void> {
    if (this.#unique.length === 0) return;
    for (const object of new Set(this.#unique.map((field) => field.object))) await this.#lookAt(context, object, rows);
    const strong = rows.flatMap(({ draft }) => draft.identifiers.filter((identifier) => identifier.strong));
    const known = await findKnownIdentifiers(context, strong);
    this.#contactOf = new Map(known.map((found) => [keyOf(found), found.contactId]));
  }

  async #lookAt(context: Pick<ReadContext, "tx">, object: FieldObject, rows: readonly GoodRow[]): Promise<void> {
    const ids = new Set(this.#unique.filter((field) => field.object === object).map(({ id }) => id));
    const wanted = rows.flatMap(({ draft }) => draft.added.filter(({ fieldId }) => ids.has(fieldId)));
    const held = await findHolders(context, object, wanted);
    const contacts = object === "lead" ? await findContactsOfLeads(context, [...held.values()]) : undefined;
    for (const [key, recordId] of held) {
      const contactId = contacts ? contacts.get(recordId) : recordId;
      this.#holders.set(key, { contactId, metBy: new Set() });
    }
  }

  /** The first value of a row that is somebody else's; undefined when there is none, and then they are this row's. */
  takenIn({ draft }: GoodRow, values: readonly DraftValue[]): DraftValue | undefined {
    if (this.#unique.length === 0) return undefined;
    const metBy = new Set(draft.identifiers.filter(({ strong }) => strong).map(keyOf));
    const own = values.filter(({ fieldId }) => this.#unique.some(({ id }) => id === fieldId));
    const taken = own.find(({ fieldId, value }) => {
      const holder = this.#holders.get(holderKey(fieldId, value));
      return holder !== undefined && !this.#isHolder(holder, metBy);
    });
    if (taken) return taken;
    for (const { fieldId, value } of own) {
      const key = holderKey(fieldId, value);
      const before = this.#holders.get(key);
      this.#holders.set(key, { contactId: before?.contactId, metBy: new Set([...(before?.metBy ?? []), ...metBy]) });
    }
    return undefined;
  }

  #isHolder({ contactId, metBy }: Holder, by: ReadonlySet<string>): boolean {
    return [...by].some((key) => metBy.has(key) || (contactId !== undefined && this.#contactOf.get(key) === contactId));
  }
}
