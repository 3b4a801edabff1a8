import { campaigns, type Campaign, type CampaignCost } from "@tongzhou/contract/campaigns";
import { Ellipsis } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { noonOf } from "../../platform/format/calendar-day.ts";
import { useFormat } from "../../platform/format/useFormat.ts";
import { act } from "../../platform/http/call.ts";
import { forget } from "../../platform/http/queries.ts";
import { sayFailure } from "../../platform/http/say-failure.ts";
import { sayActed } from "../../platform/undo/say-acted.ts";
import { Button } from "../../ui/controls/Button.tsx";
import { Empty } from "../../ui/feedback/Empty.tsx";
import { sayFailed } from "../../ui/feedback/toast.ts";
import { Menu } from "../../ui/layers/Menu.tsx";
import { SectionHead } from "../../ui/record/SectionHead.tsx";
import { Meter } from "../../ui/signs/Meter.tsx";
import styles from "./Campaign.module.css";
import { CostDialog } from "./CostDialog.tsx";

/** What a campaign cost, as it occurred, against its budget. */
export function CampaignCosts({ campaign, onRecord }: { campaign: Campaign; onRecord: () => void }) {
  const { t } = useTranslation("campaigns");
  const format = useFormat();
  const { costs, spentAmount, budgetAmount, currency, mayEdit } = campaign;
  const spent = format.money(spentAmount, currency);
  const note =
    budgetAmount === null ? spent : t("spentOfBudget", { spent, budget: format.money(budgetAmount, currency) });
  return (
    <section aria-label={t("costs")}>
      <SectionHead title={t("costs")} note={note} />
      {budgetAmount === null || budgetAmount === 0 ? null : <Meter share={spentAmount / budgetAmount} label={note} />}
      {costs.length === 0 ? (
        <Empty
          title={t("noCosts")}
          act={
            mayEdit ? (
              <Button size="small" onClick={onRecord}>
                {t("recordCost")}
              </Button>
            ) : undefined
          }
        >
          {t("noCostsBody")}
        </Empty>
      ) : (
        <ul className={`list ${styles.costs}`}>
          {costs.map((cost) => (
            <OneCost key={cost.id} campaign={campaign} cost={cost} />
          ))}
        </ul>
      )}
    </section>
  );
}

function OneCost({ campaign, cost }: { campaign: Campaign; cost: CampaignCost }) {
  const { t } = useTranslation("campaigns");
  const { t: shell } = useTranslation("shell");
  const format = useFormat();
  const [editing, setEditing] = useState(false);
  const words = cost.note ?? t(`costKind.${cost.kind}`);
  const remove = async () => {
    try {
      const { operationId } = await act(campaigns.removeCost, {
        params: { campaignId: campaign.id, costId: cost.id },
      });
      await forget(campaigns.show, campaigns.list);
      sayActed(t("costRemoved", { words }), operationId);
    } catch (failure) {
      sayFailed(sayFailure(shell, failure).happened);
    }
  };
  return (
    <li className={styles.cost}>
      <span className="grow">
        <span className={styles.said} title={words}>
          {words}
        </span>
        <small className="ink3">
          {cost.note === null
            ? format.day(noonOf(cost.occurredOn))
            : `${t(`costKind.${cost.kind}`)} · ${format.day(noonOf(cost.occurredOn))}`}
        </small>
      </span>
      <span className="nw" title={format.exactMoney(cost.amount, cost.currency)}>
        {format.money(cost.amount, cost.currency)}
      </span>
      {campaign.mayEdit ? (
        <Menu
          label={words}
          items={[
            { id: "edit", words: t("correct"), run: () => setEditing(true) },
            { id: "remove", words: t("removeCost"), danger: true, run: () => void remove() },
          ]}
          renderOpener={(opener) => (
            <Button {...opener} look="quiet" size="tiny" icon={Ellipsis} label={t("actsOf", { name: words })} />
          )}
        />
      ) : null}
      {editing ? <CostDialog campaign={campaign} cost={cost} onClose={() => setEditing(false)} /> : null}
    </li>
  );
}
