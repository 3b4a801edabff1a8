import type { ReadRows } from "@tongzhou/contract/imports";
import type { ImportSettings } from "@tongzhou/contract/import-settings";
import { ArrowRight } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../platform/format/useFormat.ts";
import { Icon } from "../../ui/Icon.tsx";
import { SectionHead } from "../../ui/record/SectionHead.tsx";
import { PlainTable, type PlainColumn } from "../../ui/table/PlainTable.tsx";
import { ProductLineField } from "../products/index.ts";

export interface ProductLineWordsProps {
  read: ReadRows;
  settings: ImportSettings;
  onChange: (settings: ImportSettings) => void;
}

type Word = ReadRows["productLines"][number];

/** What the file writes for product lines, and what each is taken for. */
export function ProductLineWords({ read, settings, onChange }: ProductLineWordsProps) {
  const { t } = useTranslation("imports");
  const unknown = read.productLines.filter(({ productLineId }) => productLineId === null).length;
  const columns = useWordColumns((text, productLineId) =>
    onChange({
      ...settings,
      productLines: [...settings.productLines.filter((each) => each.text !== text), { text, productLineId }],
    }),
  );
  return (
    <section>
      <SectionHead
        title={t("lineWords")}
        note={unknown === 0 ? t("allLinesKnown") : t("linesUnknown", { count: unknown })}
      />
      <PlainTable label={t("lineWords")} rows={read.productLines} rowId={({ text }) => text} columns={columns} />
    </section>
  );
}

function useWordColumns(onChoose: (text: string, productLineId: string | null) => void): PlainColumn<Word>[] {
  const { t } = useTranslation("imports");
  const format = useFormat();
  return [
    { id: "text", head: t("fileWrites"), cell: ({ text }) => <b>{text}</b> },
    { id: "rows", head: t("rows"), width: 88, align: "end", cell: ({ rows }) => format.count(rows) },
    { id: "to", head: "", width: 32, cell: () => <Icon of={ArrowRight} className="ink3" /> },
    {
      id: "line",
      head: t("productLine"),
      width: 240,
      cell: ({ text, productLineId }) => (
        <ProductLineField
          label={t("lineOf", { text })}
          labelUnseen
          clearable
          value={productLineId ?? undefined}
          onChange={(chosen) => onChoose(text, chosen ?? null)}
        />
      ),
    },
  ];
}
