import { rights } from "@tongzhou/contract/rights";
import { useTranslation } from "react-i18next";
import { sayFailure } from "../../platform/http/say-failure.ts";
import { useAct } from "../../platform/http/useAct.ts";
import { sayActed } from "../../platform/undo/say-acted.ts";
import { sayFailed } from "../../ui/feedback/toast.ts";
import { forgetRights } from "./forget-rights.ts";
import type { RightLine } from "./right-lines.ts";

/** Taking away what somebody was given here: the lines of a menu. */
export function useTakeRight(accountId: string) {
  const { t } = useTranslation("rights");
  const { t: shell } = useTranslation("shell");
  const set = useAct(rights.set);
  const change = useAct(rights.setCollaborators);
  const after = (words: string) => ({
    onSuccess({ operationId }: { operationId: string | undefined }) {
      forgetRights();
      sayActed(words, operationId);
    },
    onError: (failure: Error) => sayFailed(sayFailure(shell, failure).happened),
  });
  return ({ kind, id, name, given, deals }: RightLine) => [
    ...(given === undefined || given.from !== null
      ? []
      : [
          {
            id: "take",
            words: t("take"),
            apart: true,
            run: () =>
              set.mutate(
                {
                  params: { accountId },
                  body: { holder: { kind, id }, level: { from: given.level, to: null }, part: null },
                },
                after(t("taken", { name })),
              ),
          },
        ]),
    ...deals.map((deal) => ({
      id: deal.id,
      words: t("takeDeal", { deal: deal.name }),
      run: () =>
        change.mutate(
          { params: { opportunityId: deal.id }, body: { add: [], remove: [id] } },
          after(t("takenDeal", { name, deal: deal.name })),
        ),
    })),
  ];
}
