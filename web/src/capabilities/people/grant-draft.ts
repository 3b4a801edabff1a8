import type { FieldChange, GrantChange } from "./role-grants.ts";

export interface GrantDraft {
  grants: readonly GrantChange[];
  fields: readonly FieldChange[];
}
