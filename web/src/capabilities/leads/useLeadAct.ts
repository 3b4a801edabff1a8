import type { Endpoint } from "@tongzhou/contract/endpoint";
import type { LeadAnswers } from "@tongzhou/contract/lead-answers";
import { useTranslation } from "react-i18next";
import type { z } from "zod";
import type { CallInput } from "../../platform/http/call-types.ts";
import { sayFailure } from "../../platform/http/say-failure.ts";
import { useAct } from "../../platform/http/useAct.ts";
import { sayActed } from "../../platform/undo/say-acted.ts";
import { sayFailed } from "../../ui/feedback/toast.ts";
import { refreshLeads } from "./refresh-leads.ts";

type AnswersEndpoint = Endpoint<z.ZodType, z.ZodType, z.ZodType, z.ZodType<LeadAnswers>>;

export interface LeadAct<E extends AnswersEndpoint> {
  /** Does it; `said` makes the sentence of what was done from how many were moved. `href` is where one goes on. */
  run: (input: CallInput<E>, said: (count: number) => string, onDone?: () => void, href?: string) => void;
  busy: boolean;
}

/** An act on leads: says what was done with the way back, what was refused and why, and reads everything again. */
export function useLeadAct<E extends AnswersEndpoint>(endpoint: E): LeadAct<E> {
  const { t } = useTranslation("leads");
  const { t: shell } = useTranslation("shell");
  const act = useAct(endpoint);
  return {
    busy: act.isPending,
    run: (input, said, onDone, href) =>
      act.mutate(input, {
        onSuccess: ({ answer, operationId }) => {
          const { moved, refused } = answer as LeadAnswers;
          void refreshLeads();
          if ("longOperationId" in answer && answer.longOperationId !== null) sayActed(t("assignBegun"), operationId);
          else if (moved.length === 0 && refused.length > 0) sayFailed(t("noneMoved", { count: refused.length }));
          else {
            const words = said(moved.length);
            sayActed(
              refused.length === 0 ? words : t("someRefused", { words, count: refused.length }),
              operationId,
              href,
            );
          }
          onDone?.();
        },
        onError: (failure) => {
          void refreshLeads();
          sayFailed(sayFailure(shell, failure).happened);
        },
      }),
  };
}
