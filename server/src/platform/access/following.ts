import { sql } from "kysely";
import type { RawBuilder, SqlBool } from "kysely";
import type { Belonging, Whose } from "./access-object.ts";

/** One way to follow a record that has no owner of its own: by an open lead of the contact, by an opportunity … */
export interface FollowRule {
  /** True where a row that makes somebody follow is within the reach. */
  by(whose: Whose, alias: string): RawBuilder<SqlBool>;
  /** The ids of the records it makes one follow within the reach: the same rows, read from the other end. */
  ids(whose: Whose): RawBuilder<unknown>;
  /** Whose those rows are, as `uuid[]`. */
  owners(alias: string): RawBuilder<unknown>;
  /** In which pools those rows are, as `uuid[]`. */
  pools(alias: string): RawBuilder<unknown>;
  /** People and teams that were given the right to follow, as `uuid[]`; left out where nobody can be. */
  holders?(alias: string): RawBuilder<unknown>;
  /** People and teams that were given the right to look, as `uuid[]`; they do not follow. */
  lookers?(alias: string): RawBuilder<unknown>;
  /** The territories it lies in, as `uuid[]`; who works there does not follow by that alone. */
  territories?(alias: string): RawBuilder<unknown>;
}

/** Pools whose members follow what nobody follows, as `uuid[]`. */
export type UnfollowedRule = { by(whose: Whose): RawBuilder<SqlBool>; pools(): RawBuilder<unknown> };

/** Whose a followed record is, as the statement that reads it selects it. */
export interface Followers {
  readonly ownerIds: string[];
  readonly poolIds: string[];
  readonly holderIds: string[];
  readonly lookerIds: string[];
}

const NOBODY = sql`'{}'::uuid[]`;

/**
 * Who follows the records of an object (R-ACC-3). The object's own capability does not know what makes people follow:
 * capabilities above it add their rules when they are loaded, and the one predicate grows.
 */
export class Following {
  readonly #rules: FollowRule[] = [];
  #unfollowed: UnfollowedRule | undefined;

  /** Adds a way to follow. */
  add(rule: FollowRule): void {
    this.#rules.push(rule);
  }

  /** Says who follows a record that nobody follows. */
  otherwise(rule: UnfollowedRule): void {
    this.#unfollowed = rule;
  }

  /** For the definition of the object: `belonging: { related: following.related }`. */
  readonly related: NonNullable<Belonging["related"]> = (whose, alias) => {
    const ways = this.#rules.map((rule) => rule.by(whose, alias));
    // Whether the viewer is in those pools at all comes first: it is asked once, the other for every record.
    if (this.#unfollowed) ways.push(sql<SqlBool>`(${this.#unfollowed.by(whose)} and ${this.#isUnfollowed(alias)})`);
    return ways.length === 0 ? sql<SqlBool>`false` : sql<SqlBool>`(${sql.join(ways, sql` or `)})`;
  };

  /** For the definition of the object: `belonging: { relatedIds: following.relatedIds }`. */
  readonly relatedIds: NonNullable<Belonging["relatedIds"]> = (whose) => [
    ...this.#rules.map((rule) => rule.ids(whose)),
    // What nobody follows is too much to be listed.
    ...(this.#unfollowed ? [sql`select null::uuid where ${this.#unfollowed.by(whose)}`] : []),
  ];

  /** Whose the rows that make people follow are, as `uuid[]`. */
  owners(alias: string): RawBuilder<unknown> {
    return concatenated(this.#rules.map((rule) => rule.owners(alias)));
  }

  /** In which pools those rows are, as `uuid[]`. */
  pools(alias: string): RawBuilder<unknown> {
    return concatenated(this.#rules.map((rule) => rule.pools(alias)));
  }

  /** Who was given the right to follow, as `uuid[]` of people and teams. */
  holders(alias: string): RawBuilder<unknown> {
    return concatenated(this.#rules.flatMap((rule) => (rule.holders ? [rule.holders(alias)] : [])));
  }

  /** Who was given the right to look, as `uuid[]` of people and teams. */
  lookers(alias: string): RawBuilder<unknown> {
    return concatenated(this.#rules.flatMap((rule) => (rule.lookers ? [rule.lookers(alias)] : [])));
  }

  /** The territories it lies in, as `uuid[]`. */
  territories(alias: string): RawBuilder<unknown> {
    return concatenated(this.#rules.flatMap((rule) => (rule.territories ? [rule.territories(alias)] : [])));
  }

  /** Owners, pools and who was given rights to one record, to be selected as one jsonb column of type `Followers`. */
  followers(alias: string): RawBuilder<Followers> {
    const owners = this.owners(alias);
    const pools = this.pools(alias);
    const otherwise = this.#unfollowed
      ? sql`case when ${this.#isUnfollowed(alias)} then ${this.#unfollowed.pools()} else ${NOBODY} end`
      : NOBODY;
    return sql<Followers>`jsonb_build_object(
      'ownerIds', ${owners},
      'poolIds', ${pools} || ${otherwise},
      'holderIds', ${this.holders(alias)} || ${this.territories(alias)},
      'lookerIds', ${this.lookers(alias)}
    )`;
  }

  #isUnfollowed(alias: string): RawBuilder<SqlBool> {
    const followed = this.#rules.flatMap((rule) => [rule.owners(alias), rule.pools(alias)]);
    return sql<SqlBool>`cardinality(${concatenated([...followed, this.holders(alias)])}) = 0`;
  }
}

function concatenated(arrays: readonly RawBuilder<unknown>[]): RawBuilder<unknown> {
  return arrays.length === 0 ? NOBODY : sql`(${sql.join(arrays, sql` || `)})`;
}
