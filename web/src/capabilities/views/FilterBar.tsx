import { useQuery } from "@tanstack/react-query";
import type { Endpoint } from "@tongzhou/contract/endpoint";
import type { ConditionField } from "@tongzhou/contract/condition-fields";
import { isRuleGroup, type ConditionRule, type RuleGroup } from "@tongzhou/contract/conditions";
import { ListFilter, Plus } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import type { z } from "zod";
import { reading } from "../../platform/http/queries.ts";
import { Button } from "../../ui/controls/Button.tsx";
import { SkeletonRows } from "../../ui/feedback/SkeletonRows.tsx";
import { usePhone } from "../../ui/hooks/useMedia.ts";
import { Popover } from "../../ui/layers/Popover.tsx";
import { FilterChip } from "../../ui/list/ToolRow.tsx";
import { newRule, shapeOf, sourceOf } from "./condition-parts.ts";
import { SaveViewDialog } from "./SaveViewDialog.tsx";
import { useConditionWords } from "./useConditionWords.ts";
import { useSourceOptions } from "./useSourceOptions.ts";
import type { CountEndpoint } from "./ViewTabs.tsx";
import type { ViewedList } from "./useViewedList.ts";

// The builder brings the controls of Ant Design along: fetched when somebody opens it.
const FilterBuilder = lazy(async () => ({ default: (await import("./FilterBuilder.tsx")).FilterBuilder }));

/** An endpoint that answers the fields a list may be filtered by. */
export type FieldsEndpoint = Endpoint<z.ZodType, z.ZodType, z.ZodType, z.ZodType<ConditionField[]>>;

export interface FilterBarProps {
  list: ViewedList;
  path: string;
  fields: FieldsEndpoint;
  count: CountEndpoint;
}

const WIDTH_PX = 560;

/** The conditions of a list as chips; pressing one opens them all to be changed. */
export function FilterBar({ list, path, fields, count }: FilterBarProps) {
  const { t } = useTranslation("views");
  const isPhone = usePhone();
  const known = useQuery(reading(fields)).data ?? [];
  const [isSaving, setSaving] = useState(false);
  const { rules } = list.filter;
  const remove = (at: number) =>
    list.change({ filter: { ...list.filter, rules: rules.filter((_, index) => index !== at) } });
  const builder = (close: () => void, start: RuleGroup) => (
    <Suspense fallback={<SkeletonRows rows={3} height={40} />}>
      <FilterBuilder
        list={list}
        start={start}
        fields={known}
        count={count}
        onClose={close}
        onSave={() => {
          close();
          setSaving(true);
        }}
      />
    </Suspense>
  );
  const first = known.find(({ filterable }) => filterable);
  const withOneMore: RuleGroup =
    first === undefined ? list.filter : { ...list.filter, rules: [...rules, newRule(first)] };
  return (
    <>
      {isPhone
        ? null
        : rules.map((rule, at) => (
            <Popover
              key={at}
              label={t("filter")}
              width={WIDTH_PX}
              renderOpener={({ onClick }, isOpen) => (
                <Chip rule={rule} fields={known} isOpen={isOpen} onOpen={onClick} onRemove={() => remove(at)} />
              )}
            >
              {(close) => builder(close, list.filter)}
            </Popover>
          ))}
      <Popover
        label={t("filter")}
        width={WIDTH_PX}
        renderOpener={(opener) => (
          <Button {...opener} look="quiet" size="small" icon={isPhone ? ListFilter : Plus}>
            {isPhone ? t("conditions", { count: rules.length }) : t("addCondition")}
          </Button>
        )}
      >
        {(close) => builder(close, rules.length === 0 || !isPhone ? withOneMore : list.filter)}
      </Popover>
      {list.isChanged && !isPhone ? (
        <>
          <Button look="quiet" size="small" onClick={list.reset}>
            {t("reset")}
          </Button>
          <Button look="quiet" size="small" onClick={() => setSaving(true)}>
            {t("saveView")}
          </Button>
        </>
      ) : null}
      {isSaving ? <SaveViewDialog list={list} path={path} onClose={() => setSaving(false)} /> : null}
    </>
  );
}

interface ChipProps {
  rule: ConditionRule | RuleGroup;
  fields: readonly ConditionField[];
  isOpen: boolean;
  onOpen: () => void;
  onRemove: () => void;
}

function Chip({ rule, fields, isOpen, onOpen, onRemove }: ChipProps) {
  const { t } = useTranslation("views");
  const words = useConditionWords();
  const field = isRuleGroup(rule) ? undefined : fields.find(({ id }) => id === rule.field);
  const source = field === undefined || isRuleGroup(rule) ? undefined : sourceOf(field, shapeOf(field, rule.operator));
  const named = useSourceOptions(source);
  const rest = { isOpen, onOpen, onRemove };
  if (isRuleGroup(rule)) {
    return <FilterChip {...rest} field={t("group")} value={t("conditions", { count: rule.rules.length })} />;
  }
  if (field === undefined) return <FilterChip {...rest} field={t("hiddenField")} value="" />;
  return (
    <FilterChip
      {...rest}
      field={words.field(field)}
      operator={words.operator(field, rule.operator)}
      value={words.value(field, rule, named)}
    />
  );
}
