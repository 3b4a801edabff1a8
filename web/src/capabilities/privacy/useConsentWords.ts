import type { Identifier } from "@tongzhou/contract/contacts";
import type { ConsentAnswer, ConsentStatement } from "@tongzhou/contract/privacy";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../platform/format/useFormat.ts";

export interface ConsentWords {
  identifier: (identifier: Pick<Identifier, "kind" | "value" | "visibility">) => string;
  /** What holds, in two or three letters of a table. */
  answer: (answer: ConsentAnswer) => string;
  /** When, how and by whom a statement was written down. */
  source: (statement: Pick<ConsentStatement, "at" | "how" | "by">) => string;
}

/** How consents are written. */
export function useConsentWords(): ConsentWords {
  const { t } = useTranslation("privacy");
  const format = useFormat();
  return {
    identifier: ({ kind, value, visibility }) =>
      kind === "phone" && visibility !== "masked" ? format.phone(value) : value,
    answer({ state, may }) {
      if (state !== "unknown") return t(`state.${state}`);
      return may ? t("state.open") : t("state.notAsked");
    },
    source: ({ at, how, by }) => [format.day(at), t(`how.${how}`), by?.name].filter(Boolean).join(" · "),
  };
}
