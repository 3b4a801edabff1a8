import type { Credit } from "@tongzhou/contract/rights";
import { Plus, X } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { FormDialog } from "../../platform/forms/FormDialog.tsx";
import { useFormat } from "../../platform/format/useFormat.ts";
import { sayActed } from "../../platform/undo/say-acted.ts";
import { Button } from "../../ui/controls/Button.tsx";
import { NumberField } from "../../ui/fields/NumberField.tsx";
import { PersonField } from "../people/index.ts";
import { evenShares, sumOf } from "./even-shares.ts";
import { forgetRights } from "./forget-rights.ts";
import styles from "./Rights.module.css";
import { useSetCredit, type CreditTarget } from "./useCredit.ts";

const MOST = 20;

interface Line {
  readonly key: number;
  readonly personId: string | undefined;
  readonly percent: number | null;
}

export interface CreditDialogProps {
  target: CreditTarget;
  credit: Credit;
  /** Who has it all while nothing is agreed. */
  ownerId: string | undefined;
  onClose: () => void;
}

/** Agrees how a result is shared: people and percents that make a hundred. */
export function CreditDialog({ target, credit, ownerId, onClose }: CreditDialogProps) {
  const { t } = useTranslation("rights");
  const set = useSetCredit(target);
  const here = credit.from === null ? credit.shares : [];
  const [lines, setLines] = useState<readonly Line[]>(() => firstLines(credit, ownerId));
  const change = (key: number, part: Partial<Line>) =>
    setLines(lines.map((line) => (line.key === key ? { ...line, ...part } : line)));
  const sum = sumOf(lines.map(({ percent }) => percent));
  const chosen = lines.flatMap(({ personId, percent }) =>
    personId === undefined || percent === null || percent <= 0 ? [] : [{ personId, percent }],
  );
  const send = (to: readonly { personId: string; percent: number }[], words: string) =>
    set.mutate(
      { from: here.map(({ personId, percent }) => ({ personId, percent })), to: [...to] },
      {
        onSuccess({ operationId }) {
          forgetRights();
          sayActed(words, operationId);
          onClose();
        },
      },
    );
  const isTwice = new Set(chosen.map(({ personId }) => personId)).size < chosen.length;
  const whyOff = isTwice
    ? t("credit.twice")
    : chosen.length < lines.length || lines.length === 0
      ? t("credit.unfilled")
      : sum === 100
        ? undefined
        : t("credit.notHundred", { sum });
  return (
    <FormDialog
      title={t("credit.ask")}
      act={t("credit.act")}
      onClose={onClose}
      onSubmit={() => send(chosen, t("credit.set"))}
      busy={set.isPending}
      failure={set.error}
      whyOff={whyOff}
    >
      <p className="t13 ink2">{t(`credit.means.${target.object}`)}</p>
      <ul className="col g8">
        {lines.map(({ key, personId, percent }, place) => (
          <li key={key} className={styles.share}>
            <PersonField
              label={t("credit.who", { place: place + 1 })}
              labelUnseen
              value={personId}
              onChange={(id) => change(key, { personId: id })}
            />
            <NumberField
              label={t("credit.percentOf", { place: place + 1 })}
              labelUnseen
              value={percent}
              onChange={(value) => change(key, { percent: value })}
              end="%"
            />
            <Button
              look="quiet"
              icon={X}
              label={t("credit.remove", { place: place + 1 })}
              onClick={() => setLines(lines.filter((line) => line.key !== key))}
            />
          </li>
        ))}
      </ul>
      <div className="row g8 wrap">
        <Button
          size="small"
          icon={Plus}
          whyOff={lines.length >= MOST ? t("credit.tooMany", { most: MOST }) : undefined}
          onClick={() => {
            const key = 1 + Math.max(0, ...lines.map((line) => line.key));
            setLines([...lines, { key, personId: undefined, percent: Math.max(0, sumOf([100, -sum])) || null }]);
          }}
        >
          {t("credit.addPerson")}
        </Button>
        {lines.length > 1 ? (
          <Button
            size="small"
            look="quiet"
            onClick={() => {
              const shares = evenShares(lines.length);
              setLines(lines.map((line, place) => ({ ...line, percent: shares[place] ?? null })));
            }}
          >
            {t("credit.even")}
          </Button>
        ) : null}
        {here.length > 0 ? (
          <Button size="small" look="quiet" onClick={() => send([], t("credit.ended"))}>
            {t(`credit.end.${target.object}`)}
          </Button>
        ) : null}
        <span className="grow" />
        <span className={sum === 100 ? "t13 ink2" : "t13 amber"}>{t("credit.sum", { sum })}</span>
      </div>
      <Past credit={credit} />
    </FormDialog>
  );
}

/** What is agreed here or above, or else the owner alone. */
function firstLines({ shares }: Credit, ownerId: string | undefined): Line[] {
  if (shares.length === 0) return [{ key: 1, personId: ownerId, percent: 100 }];
  return shares.map(({ personId, percent }, place) => ({ key: place + 1, personId, percent }));
}

function Past({ credit: { past } }: { credit: Credit }) {
  const { t } = useTranslation("rights");
  const format = useFormat();
  if (past.length === 0) return null;
  return (
    <section aria-label={t("credit.past")}>
      <h3 className="t13 b">{t("credit.past")}</h3>
      <ul>
        {past.map(({ shares, since, until }) => (
          <li key={until} className="t12 ink3">
            {t("credit.span", { from: format.day(since), to: format.day(until) })}
            {shares.map(({ name, percent }) => t("credit.share", { name, percent })).join(t("comma"))}
          </li>
        ))}
      </ul>
    </section>
  );
}
