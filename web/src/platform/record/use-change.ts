import type { Endpoint } from "@tongzhou/contract/endpoint";
import { useTranslation } from "react-i18next";
import { act } from "../http/call.ts";
import type { CallArguments } from "../http/call-types.ts";
import { forget } from "../http/queries.ts";
import { useFormat } from "../format/useFormat.ts";
import { sayActed } from "../undo/say-acted.ts";

export interface Change {
  /** Writes some fields of the record, each `{from, to}`, says so and lets the page be read again. */
  change: (said: string, fields: Record<string, { from: unknown; to: unknown }>) => Promise<void>;
  when: (instant: string) => string;
  nobody: string;
}

/** Edits of one record by its endpoint; `stale` are the reads that are out of date afterwards. */
export function useChange(endpoint: Endpoint, params: object, stale: readonly Pick<Endpoint, "id">[]): Change {
  const { t } = useTranslation("shell");
  const format = useFormat();
  return {
    async change(said, fields) {
      const input = [{ params, body: fields }] as unknown as CallArguments<Endpoint>;
      const { operationId } = await act(endpoint, ...input);
      await forget(...stale);
      sayActed(said, operationId);
    },
    when: (instant) => format.moment(instant),
    nobody: t("somebody"),
  };
}
