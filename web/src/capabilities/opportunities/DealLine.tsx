import type { OpportunityRow } from "@tongzhou/contract/opportunities";
import type { ReactNode } from "react";
import { useFormat } from "../../platform/format/useFormat.ts";
import { Anchor } from "../../ui/navigation/Anchor.tsx";

export interface DealLineProps {
  row: OpportunityRow;
  /** What is said of it in the second line. */
  children: ReactNode;
  end?: ReactNode;
}

/** A deal in two lines: its name; what is said of it, its stage and who has it. Beside them its amount. */
export function DealLine({ row, children, end }: DealLineProps) {
  const format = useFormat();
  const meta = [row.ownerName, row.stageName].filter((each) => each !== null).join(" · ");
  return (
    <div className="row g12" style={{ padding: "10px 0", borderBottom: "1px solid var(--line)" }}>
      <Anchor href={`/opportunities/${row.id}`} className="grow" style={{ minWidth: 0 }}>
        <b className="t14 ell" style={{ display: "block" }} title={row.name}>
          {row.name}
        </b>
        <span className="row wrap t13" style={{ minWidth: 0, columnGap: "8px" }}>
          <span className="nw">{children}</span>
          <span className="ink2 ell">{meta}</span>
        </span>
      </Anchor>
      {row.amount === undefined || row.amount === null ? null : (
        <b className="t13 nw">{format.money(row.amount, row.currency)}</b>
      )}
      {end}
    </div>
  );
}
