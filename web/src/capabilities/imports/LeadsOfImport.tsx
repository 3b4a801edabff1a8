import type { ImportResult } from "@tongzhou/contract/imports";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../platform/format/useFormat.ts";
import { SectionHead } from "../../ui/record/SectionHead.tsx";
import { Meter } from "../../ui/signs/Meter.tsx";
import { PlainTable, type PlainColumn } from "../../ui/table/PlainTable.tsx";

type LeadGroup = ImportResult["leads"][number];

/** Where the leads of an import are now. */
export function LeadsOfImport({ result }: { result: ImportResult }) {
  const { t } = useTranslation("imports");
  const format = useFormat();
  const all = result.leads.reduce((sum, { leads }) => sum + leads, 0);
  const columns = useLeadColumns(all);
  if (all === 0) return null;
  return (
    <section>
      <SectionHead title={t("whereNow")} note={t("leadCount", { leads: format.count(all) })} />
      <PlainTable
        label={t("whereNow")}
        rows={result.leads}
        rowId={({ stage, pool, ownerId }) => `${stage}-${pool ?? ""}-${ownerId ?? ""}`}
        columns={columns}
      />
    </section>
  );
}

function useLeadColumns(all: number): PlainColumn<LeadGroup>[] {
  const { t } = useTranslation("imports");
  const format = useFormat();
  const holder = ({ pool, ownerName }: LeadGroup): string =>
    ownerName ?? String(t(`pools.${pool ?? ""}` as never, { defaultValue: pool ?? "" } as never));
  return [
    { id: "stage", head: t("stage"), width: 120, cell: ({ stage }) => t(`stages.${stage}`) },
    { id: "leads", head: t("leads"), width: 80, align: "end", cell: ({ leads }) => <b>{format.count(leads)}</b> },
    {
      id: "bar",
      head: "",
      width: 180,
      notOnPhone: true,
      cell: ({ leads }) => <Meter share={leads / all} look="bar" label={format.percent(leads / all)} />,
    },
    { id: "holder", head: t("holder"), cell: (row) => <span className="ink2">{holder(row)}</span> },
  ];
}
