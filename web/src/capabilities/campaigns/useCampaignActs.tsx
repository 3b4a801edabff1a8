import { campaigns, type Campaign } from "@tongzhou/contract/campaigns";
import { useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { act } from "../../platform/http/call.ts";
import { forget } from "../../platform/http/queries.ts";
import { sayFailure } from "../../platform/http/say-failure.ts";
import { useAct } from "../../platform/http/useAct.ts";
import { sayActed } from "../../platform/undo/say-acted.ts";
import { sayFailed } from "../../ui/feedback/toast.ts";
import { ConfirmConsequence } from "../../ui/layers/ConfirmConsequence.tsx";
import type { MenuItem } from "../../ui/layers/MenuList.tsx";
import { useNavigateTo } from "../../ui/navigation/navigate.ts";

export interface CampaignActs {
  start: () => void;
  starting: boolean;
  menu: MenuItem[];
  /** Asks before what is large. */
  dialog: ReactNode;
}

/** What can be done with a campaign as a whole: started, ended, and as a draft deleted. */
export function useCampaignActs(campaign: Campaign): CampaignActs {
  const { t } = useTranslation("campaigns");
  const { t: shell } = useTranslation("shell");
  const [asked, setAsked] = useState<"end" | "remove">();
  const starting = useAct(campaigns.start);
  const navigate = useNavigateTo();
  const { id, name, status } = campaign;
  const params = { campaignId: id };
  const settled = async (words: string, operationId: string | undefined) => {
    sayActed(words, operationId);
    await forget(campaigns.show, campaigns.list, campaigns.count);
  };
  const end = async () => {
    const { operationId } = await act(campaigns.end, { params });
    await settled(t("ended", { name }), operationId);
  };
  const remove = async () => {
    const { operationId } = await act(campaigns.remove, { params });
    navigate.go("/campaigns");
    sayActed(t("removed", { name }), operationId);
    await forget(campaigns.list, campaigns.count);
  };
  const start = () =>
    starting.mutate(
      { params },
      {
        onSuccess: ({ operationId }) => void settled(t("started", { name }), operationId),
        onError: (failure) => sayFailed(sayFailure(shell, failure).happened),
      },
    );
  return {
    start,
    starting: starting.isPending,
    menu: [
      {
        id: "end",
        words: t("end"),
        run: () => setAsked("end"),
        ...(status === "running" ? {} : { whyOff: t("notRunning") }),
      },
      {
        id: "remove",
        words: t("removeDraft"),
        danger: true,
        run: () => setAsked("remove"),
        ...(status === "draft" ? {} : { whyOff: t("notDraft") }),
      },
    ],
    dialog:
      asked === undefined ? null : (
        <ConfirmConsequence
          title={t(asked === "end" ? "endWhat" : "removeWhat", { name })}
          keep={t(asked === "end" ? "goOn" : "keepDraft")}
          act={t(asked === "end" ? "end" : "removeDraft")}
          danger={asked === "remove"}
          onAct={asked === "end" ? end : remove}
          onClose={() => setAsked(undefined)}
          sayFailure={(failure) => sayFailure(shell, failure)}
        >
          {asked === "end" ? t("endMeans") : t("removeMeans", { count: campaign.costs.length })}
        </ConfirmConsequence>
      ),
  };
}
