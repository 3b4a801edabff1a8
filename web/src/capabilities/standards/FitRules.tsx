import { EVERYTHING } from "@tongzhou/contract/conditions";
import type { FitRule } from "@tongzhou/contract/lead-standard";
import { Plus } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../ui/controls/Button.tsx";
import { Empty } from "../../ui/feedback/Empty.tsx";
import { SectionHead } from "../../ui/record/SectionHead.tsx";
import { PlainTable, type PlainColumn } from "../../ui/table/PlainTable.tsx";
import { ConditionText } from "../views/index.ts";
import { FitRuleDialog } from "./FitRuleDialog.tsx";
import type { PartProps } from "./part-props.ts";
import { useSignedPoints } from "./useSignedPoints.ts";
import { useStandardFields } from "./useStandardFields.ts";

/** The ideal customer profile: points for who a lead is. */
export function FitRules({ content, onChange }: PartProps) {
  const { t } = useTranslation("standards");
  const [asked, setAsked] = useState<FitRule>();
  const isEditable = onChange !== undefined;
  const columns = useFitColumns(isEditable ? setAsked : undefined);
  const best = content.fitRules.reduce((sum, { points }) => sum + Math.max(0, points), 0);
  const isNew = !content.fitRules.some(({ id }) => id === asked?.id);
  const put = (rule: FitRule | undefined, id: string) => {
    const fitRules = content.fitRules.flatMap((each) => (each.id === id ? (rule ?? []) : each));
    onChange?.({ ...content, fitRules: isNew && rule !== undefined ? [...fitRules, rule] : fitRules });
    setAsked(undefined);
  };
  return (
    <section>
      <SectionHead
        title={t("parts.fit")}
        note={t("fitBest", { count: best })}
        {...(isEditable
          ? {
              end: (
                <Button size="small" icon={Plus} shortcut="c" onClick={() => setAsked(newRule())}>
                  {t("addRule")}
                </Button>
              ),
            }
          : {})}
      />
      {content.fitRules.length === 0 ? <Empty title={t("noFitRules")}>{t("noFitRulesWhy")}</Empty> : null}
      {content.fitRules.length > 0 ? (
        <PlainTable label={t("parts.fit")} rows={content.fitRules} rowId={({ id }) => id} columns={columns} />
      ) : null}
      {asked === undefined ? null : (
        <FitRuleDialog
          rule={asked}
          onClose={() => setAsked(undefined)}
          onDone={(rule) => put(rule, asked.id)}
          {...(isNew ? {} : { onRemove: () => put(undefined, asked.id) })}
        />
      )}
    </section>
  );
}

const DEFAULT_POINTS = 10;

const newRule = (): FitRule => ({ id: crypto.randomUUID(), name: "", condition: EVERYTHING, points: DEFAULT_POINTS });

function useFitColumns(onEdit: ((rule: FitRule) => void) | undefined): PlainColumn<FitRule>[] {
  const { t } = useTranslation("standards");
  const { fit } = useStandardFields();
  const signed = useSignedPoints();
  return [
    { id: "name", head: t("what"), width: 180, wraps: true, cell: ({ name }) => <b>{name}</b> },
    {
      id: "condition",
      head: t("condition"),
      notOnPhone: true,
      cell: ({ condition }) => (
        <span className="ink2">
          {condition.rules.length === 0 ? t("everybody") : <ConditionText group={condition} fields={fit} />}
        </span>
      ),
    },
    {
      id: "points",
      head: t("points"),
      width: 64,
      align: "end",
      cell: ({ points }) => <b className="acc">{signed(points)}</b>,
    },
    ...(onEdit === undefined
      ? []
      : [
          {
            id: "edit",
            head: "",
            width: 56,
            align: "end" as const,
            cell: (rule: FitRule) => (
              <Button size="tiny" onClick={() => onEdit(rule)}>
                {t("edit")}
              </Button>
            ),
          },
        ]),
  ];
}
