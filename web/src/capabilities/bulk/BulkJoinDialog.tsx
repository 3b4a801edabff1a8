import { useQuery } from "@tanstack/react-query";
import { bulk } from "@tongzhou/contract/bulk";
import { campaigns } from "@tongzhou/contract/campaigns";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { FailureNote } from "../../platform/errors/FailureNote.tsx";
import { RecordField } from "../../platform/fields/RecordField.tsx";
import { FormDialog } from "../../platform/forms/FormDialog.tsx";
import { reading } from "../../platform/http/queries.ts";
import { useAct } from "../../platform/http/useAct.ts";
import type { BulkAsked } from "../../platform/lists/list-bulk.ts";
import { BulkPreviewLines } from "./BulkPreviewLines.tsx";
import { sayChanged } from "./say-changed.ts";

export interface BulkJoinDialogProps {
  asked: BulkAsked;
  onClose: () => void;
}

/** Invites many contacts to a campaign, having said how many join and how many are in it already. */
export default function BulkJoinDialog({ asked, onClose }: BulkJoinDialogProps) {
  const { t } = useTranslation("bulk");
  const [campaignId, setCampaignId] = useState<string>();
  const { choice } = asked;
  const read = useQuery({
    ...reading(bulk.previewJoin, { body: { choice, campaignId: campaignId ?? "" } }),
    enabled: campaignId !== undefined,
    staleTime: 0,
    retry: false,
  });
  const preview = campaignId === undefined ? undefined : read.data;
  const join = useAct(bulk.join);
  const submit = () => {
    if (campaignId === undefined) return;
    join.mutate(
      { body: { choice, campaignId } },
      {
        onSuccess({ answer, operationId }) {
          sayChanged(t, answer, operationId, t("joined", { count: answer.changed }), `/campaigns/${campaignId}`);
          onClose();
          asked.clear();
        },
      },
    );
  };
  return (
    <FormDialog
      title={t("joinTitle", { amount: asked.amount })}
      act={preview === undefined || preview.changes === 0 ? t("join") : t("joinSo", { count: preview.changes })}
      onClose={onClose}
      onSubmit={submit}
      busy={join.isPending}
      failure={join.error}
      whyOff={campaignId === undefined ? t("campaignMissing") : preview?.changes === 0 ? t("noneJoins") : undefined}
    >
      <RecordField
        label={t("campaign")}
        hint={t("joinMeans")}
        list={campaigns.list}
        optionOf={({ id, name, status }) => ({
          value: id,
          words: name,
          ...(status === "ended" ? { whyOff: t("campaignOver") } : {}),
        })}
        value={campaignId}
        onChange={setCampaignId}
      />
      {campaignId === undefined ? null : (
        <BulkPreviewLines preview={preview} words={(count) => t("joins", { count })} />
      )}
      <FailureNote failure={read.error} />
    </FormDialog>
  );
}
