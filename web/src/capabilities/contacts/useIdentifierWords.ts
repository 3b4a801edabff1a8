import type { Identifier } from "@tongzhou/contract/contacts";
import { useTranslation } from "react-i18next";

/** Kinds a person can be reached by; the others say who a browser or an import row belongs to. */
const REACHABLE = ["phone", "email", "wechat_id", "wecom_external"] as const;

/** Whether somebody can be reached by it. */
export const isContactPoint = ({ kind }: Pick<Identifier, "kind">): boolean =>
  REACHABLE.some((each) => kind === each || kind.startsWith(`${each}:`));

/** Names of kinds of identifiers. */
export function useIdentifierWords(): { kind: (kind: string) => string } {
  const { t } = useTranslation("contacts");
  return {
    kind: (kind) => {
      const known = REACHABLE.find((each) => kind === each || kind.startsWith(`${each}:`));
      return known === undefined ? kind : t(`kind.${known}`);
    },
  };
}
