import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { ConditionField } from "@tongzhou/contract/condition-fields";
import { EVERYTHING, type RuleGroup } from "@tongzhou/contract/conditions";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../platform/format/useFormat.ts";
import type { CallArguments } from "../../platform/http/call-types.ts";
import { reading } from "../../platform/http/queries.ts";
import { askedOf } from "../../platform/lists/list-state.ts";
import { Button } from "../../ui/controls/Button.tsx";
import { tidied } from "./condition-parts.ts";
import { ConditionGroup } from "./ConditionGroup.tsx";
import type { ViewedList } from "./useViewedList.ts";
import type { CountEndpoint } from "./ViewTabs.tsx";

export interface FilterBuilderProps {
  list: ViewedList;
  start: RuleGroup;
  fields: readonly ConditionField[];
  count: CountEndpoint;
  onClose: () => void;
  /** Applies, and asks for the name of a new view. */
  onSave: () => void;
}

/** The conditions of a list, all of them, with how many records they leave while they are edited. */
export function FilterBuilder({ list, start, fields, count, onClose, onSave }: FilterBuilderProps) {
  const { t } = useTranslation("views");
  const format = useFormat();
  const [group, setGroup] = useState(start);
  const whole = tidied(group);
  const { sort: _, ...query } = askedOf({ ...list, filter: whole });
  const asked = [{ query }] as unknown as CallArguments<CountEndpoint>;
  const { data: left } = useQuery({ ...reading(count, ...asked), placeholderData: keepPreviousData });
  const apply = (filter: RuleGroup) => {
    list.change({ filter });
    onClose();
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        apply(whole);
      }}
    >
      <div className="row between g8" style={{ marginBottom: "12px" }}>
        <b className="t14">{t("filter")}</b>
        <span className="t12 ink3" aria-live="polite">
          {left === undefined ? null : t("fits", { amount: format.estimate(left.count, left.exact) })}
        </span>
      </div>
      <ConditionGroup group={group} fields={fields} onChange={setGroup} />
      <div className="row g8" style={{ marginTop: "12px" }}>
        <Button size="small" look="quiet" onClick={() => apply(EVERYTHING)}>
          {t("clear")}
        </Button>
        <span className="grow" />
        <Button
          size="small"
          onClick={() => {
            list.change({ filter: whole });
            onSave();
          }}
        >
          {t("saveAsView")}
        </Button>
        <Button size="small" look="solid" type="submit">
          {t("apply")}
        </Button>
      </div>
    </form>
  );
}
