import type { AttachedContact, ContactDraft, DraftIdentifier, TakingRule } from "./contact-draft.ts";
import { rankIdentifier } from "./rank-identifier.ts";
import type { FoundContact, FoundIdentifier } from "./contact-writes.ts";
import type {
  ContactWrites,
  Fillable,
  NewAlias,
  NewConflict,
  NewContact,
  NewIdentifier,
  NewMembership,
} from "./contact-writes.ts";

const FILLED_FIELDS = ["title", "jobFunction", "jobLevel", "regionCode"] as const;

interface KnownIdentifier {
  readonly id: string;
  readonly contactId: string;
  readonly homeContactId: string;
}

const NO_RULES = Object.freeze({});

const keyOf = ({ kind, value }: { kind: string; value: string }): string => `${kind} ${value}`;

/** Decides for a batch of drafts in memory what is to be written; holds what the database knew and what the batch adds. */
export class ContactBatch implements ContactWrites {
  readonly newContacts: NewContact[] = [];
  readonly newIdentifiers: NewIdentifier[] = [];
  readonly newAliases = new Map<string, NewAlias>();
  readonly newMemberships = new Map<string, NewMembership>();
  readonly conflicts = new Map<string, NewConflict>();
  /** Existing contacts of which a blank was filled, with all their fillable fields. */
  readonly filled = new Map<string, Fillable>();
  readonly #newId: () => string;
  readonly #known: Map<string, KnownIdentifier>;
  readonly #people: Map<string, Fillable & { readonly created: NewContact | undefined }>;
  readonly #records = new Map<string, string>();
  readonly #weak = new Set<string>();

  constructor(newId: () => string, found: readonly FoundIdentifier[], people: readonly FoundContact[]) {
    this.#newId = newId;
    this.#known = new Map(found.map((row) => [keyOf(row), row]));
    this.#people = new Map(people.map((row) => [row.id, { ...row, created: undefined }]));
    for (const row of people) this.#records.set(row.id, row.recordIdentifierId);
  }

  attach(draft: ContactDraft): AttachedContact {
    const ranked = draft.identifiers.toSorted((a, b) => rankIdentifier(a) - rankIdentifier(b));
    const [cameBy] = ranked.flatMap((identifier) =>
      identifier.strong ? (this.#known.get(keyOf(identifier)) ?? []) : [],
    );
    const contact = cameBy ?? this.#make(draft);
    for (const identifier of ranked) this.#addIdentifier(contact, identifier, draft.at);
    if (cameBy) this.#meetAgain(cameBy, draft);
    if (draft.accountId !== null) this.#join(contact, draft, draft.accountId);
    return {
      contactId: contact.contactId,
      homeContactId: contact.homeContactId,
      identifierId: this.#identifierOf(contact, ranked),
      created: cameBy === undefined,
    };
  }

  #make(draft: ContactDraft): KnownIdentifier {
    const id = this.#newId();
    const {
      name,
      nameSort,
      title = null,
      jobFunction = null,
      jobLevel = null,
      regionCode = null,
      ownerId = null,
    } = draft;
    const created: NewContact = {
      id,
      name,
      name_sort: nameSort,
      title,
      job_function: jobFunction,
      job_level: jobLevel,
      region_code: regionCode,
      owner_id: ownerId,
    };
    this.newContacts.push(created);
    this.#people.set(id, { name, nameSort, title, jobFunction, jobLevel, regionCode, created });
    const record = { id: this.#newId(), contactId: id, homeContactId: id };
    this.#records.set(id, record.id);
    this.#push(record, { kind: "record", value: id, raw: id, strong: true }, draft.at);
    return record;
  }

  /** New identifiers take the home of the one the record came by; those of another contact stay where they are. */
  #addIdentifier(contact: KnownIdentifier, identifier: DraftIdentifier, at: Date): void {
    const known = identifier.strong ? this.#known.get(keyOf(identifier)) : undefined;
    if (known) {
      if (known.contactId !== contact.contactId) this.#noteConflict(contact, known, at);
      return;
    }
    const weakKey = `${keyOf(identifier)} ${contact.contactId}`;
    if (!identifier.strong && this.#weak.has(weakKey)) return;
    const added = { id: this.#newId(), contactId: contact.contactId, homeContactId: contact.homeContactId };
    if (identifier.strong) this.#known.set(keyOf(identifier), added);
    else this.#weak.add(weakKey);
    this.#push(added, identifier, at);
  }

  #push(owner: KnownIdentifier, { kind, value, raw, strong }: DraftIdentifier, at: Date): void {
    this.newIdentifiers.push({
      id: owner.id,
      contact_id: owner.contactId,
      home_contact_id: owner.homeContactId,
      kind,
      value,
      raw,
      strong,
      valid_from: at,
    });
  }

  #noteConflict(contact: KnownIdentifier, other: KnownIdentifier, at: Date): void {
    const [first = "", second = ""] = [contact.contactId, other.contactId].toSorted();
    const key = `${first} ${second}`;
    if (this.conflicts.has(key)) return;
    this.conflicts.set(key, {
      id: this.#newId(),
      identifier_id: other.id,
      contact_id: first,
      other_contact_id: second,
      at,
    });
  }

  /** A known person under another name gets an alias; blanks are filled from what the record says (R-ID-11). */
  #meetAgain(contact: KnownIdentifier, draft: ContactDraft): void {
    const person = this.#people.get(contact.contactId);
    if (!person) return;
    let fills = false;
    const rules: Partial<Record<string, TakingRule>> = draft.rules ?? NO_RULES;
    if (draft.name !== null && person.name === null && rules["name"] !== "never") {
      [person.name, person.nameSort, fills] = [draft.name, draft.nameSort, true];
    } else if (draft.name !== null && draft.name !== person.name && rules["name"] !== "overwrite") {
      const key = `${contact.contactId} ${draft.name}`;
      if (!this.newAliases.has(key)) {
        this.newAliases.set(key, {
          id: this.#newId(),
          contact_id: contact.contactId,
          home_contact_id: contact.homeContactId,
          name: draft.name,
        });
      }
    }
    for (const field of FILLED_FIELDS) {
      const value = draft[field] ?? null;
      if (value === null || person[field] !== null || rules[field] === "never") continue;
      [person[field], fills] = [value, true];
    }
    if (!fills) return;
    if (person.created)
      Object.assign(person.created, {
        name: person.name,
        name_sort: person.nameSort,
        title: person.title,
        job_function: person.jobFunction,
        job_level: person.jobLevel,
        region_code: person.regionCode,
      });
    else this.filled.set(contact.contactId, person);
  }

  #join(contact: KnownIdentifier, draft: ContactDraft, accountId: string): void {
    const key = `${contact.contactId} ${accountId}`;
    if (this.newMemberships.has(key)) return;
    this.newMemberships.set(key, {
      id: this.#newId(),
      contact_id: contact.contactId,
      home_contact_id: contact.homeContactId,
      account_id: accountId,
      home_account_id: draft.homeAccountId ?? accountId,
      title: draft.title ?? null,
      job_function: draft.jobFunction ?? null,
      job_level: draft.jobLevel ?? null,
      since: draft.at,
    });
  }

  /** The first of the draft's own identifiers that is this contact's: facts of the record hang on it. */
  #identifierOf(contact: KnownIdentifier, ranked: readonly DraftIdentifier[]): string {
    for (const identifier of ranked) {
      const known = identifier.strong ? this.#known.get(keyOf(identifier)) : undefined;
      if (known?.contactId === contact.contactId) return known.id;
    }
    return this.#records.get(contact.contactId) ?? contact.id;
  }
}
