import type { Viewer } from "../../platform/access/viewer.ts";
import type { Context } from "../../platform/ledger/context.ts";
import { sortName } from "./domain/sort-name.ts";
import { lockToOverwrite, writeOver } from "./queries/overwrite-rows.ts";
import type { OverwrittenContact } from "./queries/overwrite-rows.ts";

/** What a record says about a known person, to be written over what stands there; null says nothing. */
export interface ContactWish {
  readonly contactId: string;
  readonly name: string | null;
  readonly title: string | null;
  readonly regionCode: string | null;
}

/** What became of a wish. */
export interface WishGranted {
  /** Values that are other ones now. */
  readonly overwritten: number;
  /** Values that differ and that the person may not edit. */
  readonly refused: number;
}

const UNCHANGED: WishGranted = { overwritten: 0, refused: 0 };

/**
 * Writes over what contacts say of themselves, as far as the viewer may edit it; a name that goes stays one by which they
 * are found. Wishes are taken in order: of two for one person the later wins. The ledger keeps what stood there, so undo
 * brings it back.
 * @param viewer null for the house itself.
 * @returns one answer a wish, in order.
 */
export async function overwriteContacts(
  context: Context,
  viewer: Viewer | null,
  wishes: readonly ContactWish[],
): Promise<WishGranted[]> {
  if (wishes.length === 0) return [];
  const found = await lockToOverwrite(context, viewer, [...new Set(wishes.map(({ contactId }) => contactId))]);
  const people = new Map(found.map((person) => [person.id, { ...person }]));
  const changed = new Map<string, OverwrittenContact>();
  const aliases = new Map<string, { contactId: string; name: string }>();
  const granted = wishes.map((wish) => grant(wish));
  await writeOver(context, [...changed.values()], [...aliases.values()]);
  await context.emit("contact.changed", [...changed.keys()]);
  return granted;

  function grant({ contactId, name, title, regionCode }: ContactWish): WishGranted {
    const person = people.get(contactId);
    if (!person) return UNCHANGED;
    let [overwritten, refused] = [0, 0];
    const differs = (wanted: string | null, now: string | null): wanted is string => wanted !== null && wanted !== now;
    const take = (may: boolean, write: () => void): void => {
      if (may) {
        write();
        overwritten += 1;
        changed.set(contactId, person);
      } else refused += 1;
    };
    if (differs(name, person.name)) {
      const other = person.mayEdit ? person.name : name;
      if (other !== null) aliases.set(`${contactId} ${other}`, { contactId, name: other });
      take(person.mayEdit, () => Object.assign(person, { name, nameSort: sortName(name) }));
    }
    if (differs(title, person.title)) take(person.mayEdit && person.mayEditJob, () => Object.assign(person, { title }));
    if (differs(regionCode, person.regionCode)) take(person.mayEdit, () => Object.assign(person, { regionCode }));
    return { overwritten, refused };
  }
}
