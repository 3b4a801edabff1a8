import { useQuery } from "@tanstack/react-query";
import { campaigns } from "@tongzhou/contract/campaigns";
import type { ImportPreview } from "@tongzhou/contract/imports";
import { CsvEncoding, type FileReading, type ImportSettings } from "@tongzhou/contract/import-settings";
import { TOUCH_KINDS, type TouchKind } from "@tongzhou/contract/touch-kinds";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAddedFieldsById } from "../../platform/custom-fields/useAddedFields.ts";
import { useMay } from "../../platform/session/session.ts";
import { reading } from "../../platform/http/queries.ts";
import { Segmented } from "../../ui/controls/Segmented.tsx";
import { SelectField } from "../../ui/fields/SelectField.tsx";
import { TextField } from "../../ui/fields/TextField.tsx";
import { ProductLineField } from "../products/index.ts";
import { columnsFor } from "./columns-for.ts";
import styles from "./ImportChoices.module.css";

const MOST = 100;
const KINDS = ["new", "history", "contact", "account"] as const;
type Kind = (typeof KINDS)[number];
const ORDERS = ["mdy", "dmy"] as const;

export interface ImportChoicesProps {
  preview: ImportPreview;
  settings: ImportSettings;
  onChange: (settings: ImportSettings) => void;
  onRead: (next: FileReading) => void;
}

/** What holds for every row, and how the file is read. */
export function ImportChoices({ preview, settings, onChange, onRead }: ImportChoicesProps) {
  const { t } = useTranslation("imports");
  const [typed, setTyped] = useState("");
  const fields = useAddedFieldsById();
  const found = useQuery(reading(campaigns.list, { query: { search: typed, limit: MOST } }));
  const kind: Kind = settings.object === "lead" ? settings.mode : settings.object;
  const mayAddCompanies = useMay("account", "create");
  const setKind = (chosen: Kind) => {
    const object = chosen === "new" || chosen === "history" ? "lead" : chosen;
    // What this has not is left out, and comes back by being chosen again.
    const columns = columnsFor(object, settings.columns, (id) => fields.get(id)?.object);
    if (object === "lead") return set({ object, mode: chosen as "new" | "history", columns });
    return set({ object, mode: "new", columns, campaignId: null, productLineId: null, productLines: [] });
  };
  const hasDates = settings.columns.some(({ fieldId }) => fields.get(fieldId ?? "")?.type === "date");
  const set = (change: Partial<ImportSettings>) => onChange({ ...settings, ...change });
  return (
    <section className={styles.choices}>
      <div className={styles.mode}>
        <span className="t12 ink3">{t("mode")}</span>
        <Segmented
          label={t("mode")}
          value={kind}
          onChange={setKind}
          options={KINDS.filter((value) => value !== "account" || mayAddCompanies || kind === value).map((value) => ({
            value,
            words: t(`modes.${value}`),
          }))}
        />
        <small className="ink3">{t(`modesMean.${kind}`)}</small>
      </div>
      {settings.object !== "lead" ? null : (
        <>
          <SelectField
            label={t("campaign")}
            clearable
            placeholder={t("noCampaign")}
            options={(found.data?.rows ?? []).map(({ id, name }) => ({ value: id, words: name }))}
            onSearch={setTyped}
            loading={found.isFetching}
            value={settings.campaignId ?? undefined}
            onChange={(campaignId) => set({ campaignId: campaignId ?? null })}
          />
          <ProductLineField
            label={t("productLine")}
            clearable
            value={settings.productLineId ?? undefined}
            onChange={(productLineId) => set({ productLineId: productLineId ?? null })}
          />
          <SelectField<TouchKind>
            label={t("touchKind")}
            options={TOUCH_KINDS.map((value) => ({ value, words: t(`touchKinds.${value}`) }))}
            value={settings.touchKind}
            onChange={(touchKind) => touchKind !== undefined && set({ touchKind })}
          />
          <TextField
            label={t("source")}
            value={settings.source ?? ""}
            maxLength={200}
            onChange={(source) => set({ source: source === "" ? null : source })}
          />
        </>
      )}
      {preview.isSheet ? null : (
        <SelectField
          label={t("encoding")}
          options={CsvEncoding.options.map((value) => ({ value, words: value.toUpperCase() }))}
          value={preview.format.encoding}
          onChange={(encoding) => encoding !== undefined && onRead({ ...settings.reading, encoding })}
        />
      )}
      {settings.object !== "lead" && !hasDates ? null : (
        <SelectField
          label={t("dateOrder")}
          clearable
          placeholder={t("dateCertain")}
          options={ORDERS.map((value) => ({ value, words: t(`dateOrders.${value}`) }))}
          value={settings.dateOrder ?? undefined}
          onChange={(dateOrder) => set({ dateOrder: dateOrder ?? null })}
        />
      )}
    </section>
  );
}
