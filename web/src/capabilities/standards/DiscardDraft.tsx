import { standards, type StandardPage } from "@tongzhou/contract/standards";
import { useTranslation } from "react-i18next";
import { act } from "../../platform/http/call.ts";
import { forget } from "../../platform/http/queries.ts";
import { sayFailure } from "../../platform/http/say-failure.ts";
import { sayActed } from "../../platform/undo/say-acted.ts";
import { ConfirmConsequence } from "../../ui/layers/ConfirmConsequence.tsx";
import { useNavigateTo } from "../../ui/navigation/navigate.ts";

/** Says what is lost with a draft before it is thrown away. */
export function DiscardDraft({ page, onClose }: { page: StandardPage; onClose: () => void }) {
  const { t } = useTranslation("standards");
  const { t: shell } = useTranslation("shell");
  const navigate = useNavigateTo();
  const discard = async () => {
    const { operationId } = await act(standards.discard, { params: { standardId: page.id } });
    await forget(standards.list);
    sayActed(t("discarded", { version: page.version }), operationId);
    navigate.go("/settings/standard");
  };
  return (
    <ConfirmConsequence
      title={t("discardOf", { version: page.version })}
      keep={t("keepDraft")}
      act={t("discard")}
      onAct={discard}
      onClose={onClose}
      sayFailure={(failure) => sayFailure(shell, failure)}
    >
      {t("discardMeans", { count: page.differences.length, signed: page.signatures.length })}
    </ConfirmConsequence>
  );
}
