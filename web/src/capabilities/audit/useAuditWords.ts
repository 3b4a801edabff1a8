import type { AuditActor } from "@tongzhou/contract/audit";
import { useTranslation } from "react-i18next";

export interface AuditWords {
  object: (table: string) => string;
  column: (column: string) => string;
  /** What an operation was, as a sentence. */
  kind: (kind: string, summary?: Readonly<Record<string, unknown>>) => string;
  left: (what: string) => string;
}

/** Tables, columns and kinds of operations as people call them; what has no word yet shows its own name. */
export function useAuditWords(): AuditWords {
  const { t } = useTranslation("audit");
  const say = (group: string, name: string, more: object = {}): string =>
    String(t(`${group}.${name}` as never, { ...more, defaultValue: name } as never));
  return {
    object: (table) => say("objects", table),
    column: (column) => say("columns", column),
    kind: (kind, summary = {}) => say("kinds", kind.replaceAll(".", "_"), summary),
    left: (what) => say("left", what),
  };
}

/** Who acted, by name; the house itself, or somebody who is no longer known, by what they are. */
export function useActorWords(): (actor: AuditActor) => string {
  const { t } = useTranslation("audit");
  return ({ kind, name }) => {
    if (kind === "rule") return name === null ? t("actors.rule") : t("ruleNamed", { name });
    return name ?? t(`actors.${kind}`);
  };
}
