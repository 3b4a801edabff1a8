import type { IdentifierKind } from "./normalise-identifier.ts";

/** An identifier as `normaliseIdentifier` makes it. */
export interface DraftIdentifier {
  readonly kind: IdentifierKind;
  readonly value: string;
  readonly raw: string;
  readonly strong: boolean;
}

/** `fill` fills a blank; `overwrite` leaves it to `overwriteContacts`, which asks for the right; `never` takes nothing. */
export type TakingRule = "fill" | "overwrite" | "never";
export interface TakingRules {
  readonly name?: TakingRule;
  readonly title?: TakingRule;
  readonly regionCode?: TakingRule;
}

/** A person as some record speaks of them. */
export interface ContactDraft {
  readonly name: string | null;
  readonly nameSort: string;
  readonly title?: string | null;
  readonly jobFunction?: string | null;
  readonly jobLevel?: string | null;
  readonly regionCode?: string | null;
  /** What a known person takes of the record, by field; blanks are filled unless said. */
  readonly rules?: TakingRules;
  /** Who looks after them if they are new; a known one keeps its owner. */
  readonly ownerId?: string | null;
  readonly identifiers: readonly DraftIdentifier[];
  /** The account the record names, when it names one; the contact becomes a member. */
  readonly accountId: string | null;
  /** Where that account came from before any merge; itself unless said (R-ID-7). */
  readonly homeAccountId?: string | null;
  /** When the record happened: the identifiers are known from then on. */
  readonly at: Date;
}

export interface AttachedContact {
  readonly contactId: string;
  /** Where the contact came from before any merge; rows of this record have their home there (R-ID-7). */
  readonly homeContactId: string;
  /** The identifier the record came by; facts hang on it. The contact's `record` when it brought none. */
  readonly identifierId: string;
  readonly created: boolean;
}
