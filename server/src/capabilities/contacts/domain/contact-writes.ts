/** Rows as a batch of contacts writes them. */
export interface NewContact {
  readonly id: string;
  readonly name: string | null;
  readonly name_sort: string;
  readonly title: string | null;
  readonly job_function: string | null;
  readonly job_level: string | null;
  readonly region_code: string | null;
  readonly owner_id: string | null;
}

export interface NewIdentifier {
  readonly id: string;
  readonly contact_id: string;
  readonly home_contact_id: string;
  readonly kind: string;
  readonly value: string;
  readonly raw: string;
  readonly strong: boolean;
  readonly valid_from: Date;
}

export interface NewAlias {
  readonly id: string;
  readonly contact_id: string;
  readonly home_contact_id: string;
  readonly name: string;
}

export interface NewMembership {
  readonly id: string;
  readonly contact_id: string;
  readonly home_contact_id: string;
  readonly account_id: string;
  readonly home_account_id: string;
  readonly title: string | null;
  readonly job_function: string | null;
  readonly job_level: string | null;
  readonly since: Date;
}

export interface NewConflict {
  readonly id: string;
  readonly identifier_id: string;
  readonly contact_id: string;
  readonly other_contact_id: string;
  readonly at: Date;
}

/** What of a contact a later record may still fill in: blanks only, never what stands there. */
export interface Fillable {
  name: string | null;
  nameSort: string;
  title: string | null;
  jobFunction: string | null;
  jobLevel: string | null;
  regionCode: string | null;
}

/** Everything a batch decided to write. */
export interface ContactWrites {
  readonly newContacts: readonly NewContact[];
  readonly newIdentifiers: readonly NewIdentifier[];
  readonly newAliases: ReadonlyMap<string, NewAlias>;
  readonly newMemberships: ReadonlyMap<string, NewMembership>;
  readonly conflicts: ReadonlyMap<string, NewConflict>;
  /** Existing contacts of which a blank was filled, with all their fillable fields. */
  readonly filled: ReadonlyMap<string, Fillable>;
}

/** What the database knew of the identifiers of a batch, and of their contacts. */
export interface FoundIdentifier {
  readonly id: string;
  readonly kind: string;
  readonly value: string;
  readonly contactId: string;
  readonly homeContactId: string;
}

export interface FoundContact {
  readonly id: string;
  readonly name: string | null;
  readonly nameSort: string;
  readonly title: string | null;
  readonly jobFunction: string | null;
  readonly jobLevel: string | null;
  readonly regionCode: string | null;
  readonly recordIdentifierId: string;
  /** Set when it was merged while the capture waited for it. */
  readonly mergedIntoId: string | null;
}
