import { useQuery } from "@tanstack/react-query";
import { insights, type TargetProgress } from "@tongzhou/contract/insights";
import { Pencil } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { AmountField } from "../../platform/fields/AmountField.tsx";
import { useFormat } from "../../platform/format/useFormat.ts";
import { FormDialog } from "../../platform/forms/FormDialog.tsx";
import { forget, reading } from "../../platform/http/queries.ts";
import { useAct } from "../../platform/http/useAct.ts";
import { sayActed } from "../../platform/undo/say-acted.ts";
import { Button } from "../../ui/controls/Button.tsx";
import { SectionHead } from "../../ui/record/SectionHead.tsx";
import { Meter } from "../../ui/signs/Meter.tsx";
import styles from "./Insights.module.css";

const MONTH_LETTERS = 7;

/** The month's sales target, what is won of it, and how many leads it still takes at measured rates. */
export function TargetStrip() {
  const { t } = useTranslation("insights");
  const format = useFormat();
  const month = format.isoDay(format.now).slice(0, MONTH_LETTERS);
  const { data } = useQuery(reading(insights.target, { params: { month } }));
  const [editing, setEditing] = useState(false);
  if (data === undefined) return null;
  const { amount, currency, wonOf, wonAmount, wonCount, mayEdit } = data;
  const isWhole = wonOf === "everybody";
  const won = format.money(wonAmount, currency);
  const note =
    amount === null
      ? t(isWhole ? "wonWithoutTarget" : "wonWithinRights", { won, count: wonCount })
      : t(isWhole ? "wonOfTarget" : "wonWithinRightsBesideTarget", {
          won,
          target: format.money(amount, currency),
          count: wonCount,
        });
  return (
    <section aria-label={t("target")}>
      <SectionHead
        title={t("targetOf", { month: format.month(format.now) })}
        note={note}
        end={
          mayEdit ? (
            <Button size="tiny" look="quiet" icon={Pencil} onClick={() => setEditing(true)}>
              {amount === null ? t("setTarget") : t("changeTarget")}
            </Button>
          ) : undefined
        }
      />
      {amount === null || amount === 0 || !isWhole ? null : <Meter share={wonAmount / amount} label={note} />}
      <Needed progress={data} />
      {editing ? <TargetDialog progress={data} onClose={() => setEditing(false)} /> : null}
    </section>
  );
}

function Needed({ progress }: { progress: TargetProgress }) {
  const { t } = useTranslation("insights");
  const format = useFormat();
  const { stillNeeded, currency } = progress;
  if (stillNeeded.kind === "no_target") return <p className="t13 ink3">{t("needed.noTarget")}</p>;
  if (stillNeeded.kind === "outside_rights") return <p className="t13 ink3">{t("needed.outsideRights")}</p>;
  if (stillNeeded.kind === "reached") {
    return <p className="t13 green">{t("needed.reached", { surplus: format.money(stillNeeded.surplus, currency) })}</p>;
  }
  if (stillNeeded.kind === "not_enough") {
    const { missing, have, enough } = stillNeeded;
    return (
      <p className="t13 ink2">
        {t("needed.notEnough", {
          missing: t(`needed.of.${missing}` as "needed.of.deals"),
          have,
          enough,
        })}
      </p>
    );
  }
  return (
    <>
      <p className={`t13 ink2 ${styles.gap}`}>{t("needed.gap", { gap: format.money(stillNeeded.gap, currency) })}</p>
      <ul className={styles.needed}>
        {stillNeeded.steps.map(({ step, needed, low, high }) => (
          <li key={step}>
            <span className="ink2 t12">{t(`step.${step}`)}</span>
            <b>{format.count(needed)}</b>
            <small className="ink3">{t("needed.between", { low: format.count(low), high: format.count(high) })}</small>
          </li>
        ))}
      </ul>
    </>
  );
}

function TargetDialog({ progress, onClose }: { progress: TargetProgress; onClose: () => void }) {
  const { t } = useTranslation("insights");
  const format = useFormat();
  const [amount, setAmount] = useState<number | undefined>(progress.amount ?? undefined);
  const set = useAct(insights.setTarget);
  const isWrong = Number.isNaN(amount) || (amount !== undefined && amount < 0);
  const submit = () => {
    const body = { teamId: progress.teamId, amount: { from: progress.amount, to: amount ?? null } };
    set.mutate(
      { params: { month: progress.month }, body },
      {
        onSuccess({ operationId }) {
          void forget(insights.target);
          sayActed(
            amount === undefined
              ? t("targetRemoved")
              : t("targetSet", { amount: format.money(amount, progress.currency) }),
            operationId,
          );
          onClose();
        },
      },
    );
  };
  return (
    <FormDialog
      title={t("targetOf", { month: format.month(format.now) })}
      act={t("setTarget")}
      onClose={onClose}
      onSubmit={submit}
      busy={set.isPending}
      failure={set.error}
      whyOff={isWrong ? t("amountWrong") : undefined}
    >
      <AmountField label={t("targetAmount")} currency={progress.currency} value={amount} onChange={setAmount} />
    </FormDialog>
  );
}
