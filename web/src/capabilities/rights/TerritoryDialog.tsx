import { useQuery } from "@tanstack/react-query";
import { SIZE_BANDS } from "@tongzhou/contract/accounts";
import { territories, type Territory, type TerritoryRule } from "@tongzhou/contract/territories";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useCodeWords } from "../../platform/codes/useCodeWords.ts";
import { FormDialog } from "../../platform/forms/FormDialog.tsx";
import { useFormat } from "../../platform/format/useFormat.ts";
import { reading } from "../../platform/http/queries.ts";
import { useAct } from "../../platform/http/useAct.ts";
import { useRegions } from "../../platform/regions/useRegions.ts";
import { sayActed } from "../../platform/undo/say-acted.ts";
import { ManySelectField, SelectField } from "../../ui/fields/SelectField.tsx";
import { TextField } from "../../ui/fields/TextField.tsx";
import { forgetTerritories } from "./forget-rights.ts";
import { useHolders } from "./useHolders.ts";

const LONGEST_NAME = 60;
const NOTHING_ASKED: TerritoryRule = { regions: [], industries: [], sizeBands: [] };

/** Adds or changes a territory, saying at once how many companies its rule holds and with which others it overlaps. */
export function TerritoryDialog({ territory, onClose }: { territory?: Territory; onClose: () => void }) {
  const { t } = useTranslation("rights");
  const holders = useHolders();
  const [name, setName] = useState(territory?.name ?? "");
  const [holderId, setHolder] = useState(territory?.holder.id);
  const [rule, setRule] = useState<TerritoryRule>(territory?.rule ?? NOTHING_ASKED);
  const create = useAct(territories.create);
  const edit = useAct(territories.edit);
  const asksNothing = rule.regions.length + rule.industries.length + rule.sizeBands.length === 0;
  const answered = {
    onSuccess({ operationId }: { operationId: string | undefined }) {
      forgetTerritories();
      sayActed(t(territory === undefined ? "territory.added" : "territory.saved", { name: name.trim() }), operationId);
      onClose();
    },
  };
  const submit = () => {
    if (holderId === undefined) return;
    const holder = { kind: holders.kindOf(holderId), id: holderId };
    const draft = { name: name.trim(), holder, rule };
    if (territory === undefined) {
      create.mutate({ body: draft }, answered);
      return;
    }
    const { id, name: wasNamed, holder: was, rule: asked } = territory;
    const from = { name: wasNamed, holder: { kind: was.kind, id: was.id }, rule: asked };
    edit.mutate({ params: { territoryId: id }, body: { from, to: draft } }, answered);
  };
  const whyOff =
    name.trim() === ""
      ? t("territory.nameMissing")
      : holderId === undefined
        ? t("holderMissing")
        : asksNothing
          ? t("territory.asksNothing")
          : undefined;
  return (
    <FormDialog
      title={t(territory === undefined ? "territory.add" : "territory.edit")}
      act={t("save")}
      onClose={onClose}
      onSubmit={submit}
      busy={create.isPending || edit.isPending}
      failure={create.error ?? edit.error}
      whyOff={whyOff}
    >
      <TextField label={t("territory.name")} value={name} onChange={setName} maxLength={LONGEST_NAME} />
      <SelectField label={t("territory.holder")} value={holderId} onChange={setHolder} options={holders.options} />
      <RuleFields rule={rule} onChange={setRule} />
      {asksNothing ? null : <RulePreview rule={rule} exceptId={territory?.id ?? null} />}
    </FormDialog>
  );
}

function RuleFields({ rule, onChange }: { rule: TerritoryRule; onChange: (rule: TerritoryRule) => void }) {
  const { t } = useTranslation("rights");
  const regions = useRegions();
  const codes = useCodeWords();
  const bands = SIZE_BANDS.map((value) => ({ value, words: t("territory.people", { band: value }) }));
  return (
    <>
      <ManySelectField
        label={t("territory.regions")}
        hint={t("territory.anyOf")}
        values={rule.regions}
        onChange={(values) => onChange({ ...rule, regions: values })}
        options={regions.options}
      />
      <ManySelectField
        label={t("territory.industries")}
        values={rule.industries}
        onChange={(values) => onChange({ ...rule, industries: values })}
        options={codes.options("industry")}
      />
      <ManySelectField
        label={t("territory.sizes")}
        values={rule.sizeBands}
        onChange={(values) => onChange({ ...rule, sizeBands: values })}
        options={bands}
      />
    </>
  );
}

function RulePreview({ rule, exceptId }: { rule: TerritoryRule; exceptId: string | null }) {
  const { t } = useTranslation("rights");
  const format = useFormat();
  const read = useQuery(reading(territories.preview, { body: { rule, exceptId } })).data;
  if (read === undefined) return <p className="quoted t13 ink3">{t("territory.counting")}</p>;
  return (
    <div className="quoted t13" aria-live="polite">
      <p>{t("territory.holds", { count: read.count, amount: format.count(read.count) })}</p>
      {read.overlaps.map(({ id, name, count }) => (
        <p key={id} className="amber">
          {t("territory.overlapWith", { name, count, amount: format.count(count) })}
        </p>
      ))}
    </div>
  );
}
