import { savedViews, type SavedView } from "@tongzhou/contract/views";
import { useTranslation } from "react-i18next";
import { act } from "../../platform/http/call.ts";
import { forget } from "../../platform/http/queries.ts";
import { sayFailure } from "../../platform/http/say-failure.ts";
import { sayActed } from "../../platform/undo/say-acted.ts";
import { ConfirmConsequence } from "../../ui/layers/ConfirmConsequence.tsx";
import { useNavigateTo } from "../../ui/navigation/navigate.ts";

/** Says who loses a view before it is deleted; records are not touched. */
export function RemoveView({ saved, path, onClose }: { saved: SavedView; path: string; onClose: () => void }) {
  const { t } = useTranslation("views");
  const { t: shell } = useTranslation("shell");
  const navigate = useNavigateTo();
  const remove = async () => {
    const { operationId } = await act(savedViews.remove, { params: { viewId: saved.id } });
    await forget(savedViews.list);
    sayActed(t("viewRemoved", { name: saved.name }), operationId);
    navigate.go(path);
  };
  return (
    <ConfirmConsequence
      title={t("removeViewOf", { name: saved.name })}
      keep={t("keepView")}
      act={t("removeView")}
      onAct={remove}
      onClose={onClose}
      sayFailure={(failure) => sayFailure(shell, failure)}
    >
      {t(`removeMeans.${saved.visibility}`)}
    </ConfirmConsequence>
  );
}
