import { accounts } from "@tongzhou/contract/accounts";
import { groups } from "@tongzhou/contract/groups";
import { timeline } from "@tongzhou/contract/timeline";
import { useTranslation } from "react-i18next";
import { act } from "../../platform/http/call.ts";
import { forget } from "../../platform/http/queries.ts";
import { sayFailure } from "../../platform/http/say-failure.ts";
import { sayActed } from "../../platform/undo/say-acted.ts";
import { sayFailed } from "../../ui/feedback/toast.ts";

export interface MovedCompany {
  readonly id: string;
  readonly name: string | null;
  readonly parentId: string | null;
}

/** What shows a tree or follows from it is read again. */
export const forgetTrees = (): Promise<void> =>
  forget(groups.tree, groups.children, groups.figures, accounts.show, accounts.list, accounts.count, timeline.read);

/** Puts a company with all below it under another one, or at the top (null), and offers to take it back. */
export function useMoveCompany(): (
  company: MovedCompany,
  to: { id: string; name: string | null } | null,
) => Promise<void> {
  const { t } = useTranslation("groups");
  const { t: shell } = useTranslation("shell");
  return async ({ id, name, parentId }, to) => {
    if (to?.id === id || (to?.id ?? null) === parentId) return;
    try {
      const body = { parentId: { from: parentId, to: to?.id ?? null } };
      const { operationId } = await act(accounts.move, { params: { accountId: id }, body });
      await forgetTrees();
      sayActed(
        to === null ? t("movedToTop", { name }) : t("moved", { name, above: to.name ?? t("outOfReach") }),
        operationId,
      );
    } catch (failure) {
      sayFailed(sayFailure(shell, failure).happened);
    }
  };
}
