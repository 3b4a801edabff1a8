/** How far a grant reaches, mostly each further than the one before; a territory is one's own and what lies in one's territories. */
export const SCOPES = ["none", "own", "team", "below", "territory", "all"] as const;
export type Scope = (typeof SCOPES)[number];

/** What a person may do with a field, each more than the one before. */
export const FIELD_LEVELS = ["hidden", "masked", "read", "edit"] as const;
export type FieldLevel = (typeof FIELD_LEVELS)[number];

/** Stands for every object, action or field without a line of its own. */
export const ANY = "*";

/** What a role may do to an object. */
export interface GrantLine {
  readonly object: string;
  readonly action: string;
  readonly scope: Scope;
  /** Kinds of pools it reaches besides owned records; null: the pools that the people within scope belong to. */
  readonly pools: readonly string[] | null;
}

/** What a role may do with a governed field: `level` within scope and pools, `beyond` elsewhere. */
export interface FieldGrantLine {
  readonly object: string;
  readonly field: string;
  readonly level: FieldLevel;
  readonly scope: Scope;
  readonly pools: readonly string[] | null;
  readonly beyond: FieldLevel;
}

/**
 * The line of a role that speaks for an object and an action. The more exact line wins, and the object weighs more than
 * the action: `lead.read`, then `lead.*`, then `*.read`, then `*.*`. So an administrator's `*.*` can be narrowed by a line.
 */
export function lineFor<Line extends { readonly object: string }>(
  lines: ReadonlyMap<string, Line>,
  object: string,
  part: string,
): Line | undefined {
  return (
    lines.get(lineKey(object, part)) ??
    lines.get(lineKey(object, ANY)) ??
    lines.get(lineKey(ANY, part)) ??
    lines.get(lineKey(ANY, ANY))
  );
}

/** Key of a line in the maps of a role. */
export function lineKey(object: string, part: string): string {
  return `${object}.${part}`;
}

/** The further of two scopes. */
export function further(a: Scope, b: Scope): Scope {
  return SCOPES.indexOf(a) >= SCOPES.indexOf(b) ? a : b;
}

/** Whether a level allows at least as much as another. */
export function atLeast(level: FieldLevel, wanted: FieldLevel): boolean {
  return FIELD_LEVELS.indexOf(level) >= FIELD_LEVELS.indexOf(wanted);
}
