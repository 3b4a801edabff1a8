import type { Funnel, FunnelColumn, FunnelDimension, FunnelGroup } from "@tongzhou/contract/insights";
import type { FunnelStep } from "@tongzhou/contract/lead-stages";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../platform/format/useFormat.ts";
import { SectionHead } from "../../ui/record/SectionHead.tsx";
import { Figure } from "../../ui/signs/Figure.tsx";
import { PlainTable, type PlainColumn } from "../../ui/table/PlainTable.tsx";

export interface FunnelGroupsProps {
  funnel: Funnel;
  by: Exclude<FunnelDimension, "none">;
  onNarrow: (key: string) => void;
  onOpen: (key: string, step: FunnelStep, column: FunnelColumn) => void;
}

/** The funnel split: a line for each campaign, source, team or product line. */
export function FunnelGroups(props: FunnelGroupsProps) {
  const { t } = useTranslation("insights");
  const columns = useGroupColumns(props);
  const title = t("splitBy", { dimension: t(`dimension.${props.by}`) });
  return (
    <section>
      <SectionHead title={title} note={t("splitNote")} />
      <PlainTable label={title} columns={columns} rows={props.funnel.groups} rowId={({ key }) => key} />
    </section>
  );
}

function useGroupColumns({ funnel, by, onNarrow, onOpen }: FunnelGroupsProps): PlainColumn<FunnelGroup>[] {
  const { t } = useTranslation("insights");
  const format = useFormat();
  const nameOf = ({ key, name }: FunnelGroup) => (key === "unknown" ? t(`none.${by}`) : (name ?? key));
  const steps = funnel.steps.map(({ step }) => step);
  return [
    {
      id: "name",
      head: t(`dimension.${by}`),
      cell: (group) => (
        <button type="button" className="link" onClick={() => onNarrow(group.key)}>
          {nameOf(group)}
        </button>
      ),
    },
    ...steps.map((step): PlainColumn<FunnelGroup> => ({
      id: step,
      head: t(`step.${step}`),
      align: "end",
      width: 132,
      cell: ({ key, steps: figures }) => {
        const found = figures.find((each) => each.step === step);
        if (found === undefined) return null;
        return (
          <span className="nw">
            <Figure zero={found.leads === 0} onOpen={() => onOpen(key, step, "leads")}>
              {format.count(found.leads)}
            </Figure>
            {found.conversion === null ? null : <small className="ink3"> {format.percent(found.conversion)}</small>}
          </span>
        );
      },
    })),
  ];
}
