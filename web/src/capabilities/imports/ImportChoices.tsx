import { useQuery } from "@tanstack/react-query";
import { campaigns } from "@tongzhou/contract/campaigns";
import type { ImportPreview } from "@tongzhou/contract/imports";
import {
  CONTACT_TARGETS,
  CsvEncoding,
  type FileReading,
  type ImportSettings,
} from "@tongzhou/contract/import-settings";
import { TOUCH_KINDS, type TouchKind } from "@tongzhou/contract/touch-kinds";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAddedFieldsById } from "../../platform/custom-fields/useAddedFields.ts";
import { reading } from "../../platform/http/queries.ts";
import { Segmented } from "../../ui/controls/Segmented.tsx";
import { SelectField } from "../../ui/fields/SelectField.tsx";
import { TextField } from "../../ui/fields/TextField.tsx";
import { ProductLineField } from "../products/index.ts";
import styles from "./ImportChoices.module.css";

const MOST = 100;
const KINDS = ["new", "history", "contact"] as const;
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
  const kind: Kind = settings.object === "contact" ? "contact" : settings.mode;
  const setKind = (chosen: Kind) => {
    if (chosen !== "contact") return set({ object: "lead", mode: chosen });
    // What only leads have is left out, and comes back by being chosen again.
    const columns = settings.columns.filter(
      ({ target, fieldId }) =>
        CONTACT_TARGETS.has(target) && (fieldId === undefined || fields.get(fieldId)?.object === "contact"),
    );
    return set({ object: "contact", mode: "new", columns, campaignId: null, productLineId: null, productLines: [] });
  };
  const set = (change: Partial<ImportSettings>) => onChange({ ...settings, ...change });
  return (
    <section className={styles.choices}>
      <div className={styles.mode}>
        <span className="t12 ink3">{t("mode")}</span>
        <Segmented
          label={t("mode")}
          value={kind}
          onChange={setKind}
          options={KINDS.map((value) => ({ value, words: t(`modes.${value}`) }))}
        />
        <small className="ink3">{t(`modesMean.${kind}`)}</small>
      </div>
      {kind === "contact" ? null : (
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
      {kind === "contact" ? null : (
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
