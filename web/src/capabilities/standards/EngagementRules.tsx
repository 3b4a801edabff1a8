import type { EngagementRule } from "@tongzhou/contract/lead-standard";
import { Plus } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../platform/format/useFormat.ts";
import { Button } from "../../ui/controls/Button.tsx";
import { Empty } from "../../ui/feedback/Empty.tsx";
import { SectionHead } from "../../ui/record/SectionHead.tsx";
import { None } from "../../ui/signs/Marks.tsx";
import { PlainTable, type PlainColumn } from "../../ui/table/PlainTable.tsx";
import { ConditionText } from "../views/index.ts";
import { EngagementRuleDialog } from "./EngagementRuleDialog.tsx";
import type { PartProps } from "./part-props.ts";
import { useSignedPoints } from "./useSignedPoints.ts";
import { useStandardFields } from "./useStandardFields.ts";

/** Points for what a lead did, which halve with time. */
export function EngagementRules({ content, onChange }: PartProps) {
  const { t } = useTranslation("standards");
  const [asked, setAsked] = useState<EngagementRule>();
  const isEditable = onChange !== undefined;
  const columns = useEngagementColumns(isEditable ? setAsked : undefined);
  const isNew = !content.engagementRules.some(({ id }) => id === asked?.id);
  const put = (rule: EngagementRule | undefined, id: string) => {
    const kept = content.engagementRules.flatMap((each) => (each.id === id ? (rule ?? []) : each));
    onChange?.({ ...content, engagementRules: isNew && rule !== undefined ? [...kept, rule] : kept });
    setAsked(undefined);
  };
  return (
    <section>
      <SectionHead
        title={t("parts.engagement")}
        note={t("engagementMeans")}
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
      {content.engagementRules.length === 0 ? (
        <Empty title={t("noEngagementRules")}>{t("noEngagementRulesWhy")}</Empty>
      ) : (
        <PlainTable
          label={t("parts.engagement")}
          rows={content.engagementRules}
          rowId={({ id }) => id}
          columns={columns}
        />
      )}
      {asked === undefined ? null : (
        <EngagementRuleDialog
          rule={asked}
          onClose={() => setAsked(undefined)}
          onDone={(rule) => put(rule, asked.id)}
          {...(isNew ? {} : { onRemove: () => put(undefined, asked.id) })}
        />
      )}
    </section>
  );
}

const newRule = (): EngagementRule => ({
  id: crypto.randomUUID(),
  name: "",
  touchKind: "form",
  condition: null,
  points: 10,
  halfLifeDays: 14,
  cap: 30,
});

function useEngagementColumns(onEdit: ((rule: EngagementRule) => void) | undefined): PlainColumn<EngagementRule>[] {
  const { t } = useTranslation("standards");
  const format = useFormat();
  const { engagement } = useStandardFields();
  const signed = useSignedPoints();
  return [
    { id: "name", head: t("did"), width: 180, wraps: true, cell: ({ name }) => <b>{name}</b> },
    {
      id: "condition",
      head: t("condition"),
      notOnPhone: true,
      cell: ({ touchKind, condition }) => (
        <span className="ink2">
          {touchKind === null ? t("anyTouch") : t(`touchKinds.${touchKind}`)}
          {condition === null || condition.rules.length === 0 ? null : (
            <>
              {" · "}
              <ConditionText group={condition} fields={engagement} />
            </>
          )}
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
    {
      id: "half",
      head: t("halfLife"),
      width: 88,
      align: "end",
      cell: ({ halfLifeDays }) => (halfLifeDays === null ? t("neverDecays") : format.dayAmount(halfLifeDays)),
    },
    { id: "cap", head: t("cap"), width: 64, align: "end", cell: ({ cap }) => cap ?? <None /> },
    ...(onEdit === undefined
      ? []
      : [
          {
            id: "edit",
            head: "",
            width: 56,
            align: "end" as const,
            cell: (rule: EngagementRule) => (
              <Button size="tiny" onClick={() => onEdit(rule)}>
                {t("edit")}
              </Button>
            ),
          },
        ]),
  ];
}
