import { opportunities, type OpportunityRow } from "@tongzhou/contract/opportunities";
import type { OpportunityTypeShown } from "@tongzhou/contract/opportunity-types";
import { useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { act } from "../../platform/http/call.ts";
import { isProblem } from "../../platform/http/problem-error.ts";
import { sayFailure } from "../../platform/http/say-failure.ts";
import { useMay } from "../../platform/session/session.ts";
import { sayActed } from "../../platform/undo/say-acted.ts";
import { sayFailed } from "../../ui/feedback/toast.ts";
import type { MenuItem } from "../../ui/layers/MenuList.tsx";
import { GateDialog } from "./GateDialog.tsx";
import { GiveDialog } from "./GiveDialog.tsx";
import { LoseDialog } from "./LoseDialog.tsx";
import { refreshOpportunities } from "./refresh-opportunities.ts";
import { WinDialog } from "./WinDialog.tsx";

type Asked =
  { what: "win" | "lose" | "give"; row: OpportunityRow } | { what: "gate"; row: OpportunityRow; stageId: string };

export interface OpportunityActs {
  /** Moves it, or tells what is missing. */
  move: (row: OpportunityRow, stageId: string) => void;
  win: (row: OpportunityRow) => void;
  lose: (row: OpportunityRow) => void;
  /** The same acts for the keyboard and the phone, where nothing is dragged. */
  menu: (row: OpportunityRow) => MenuItem[];
  dialog: ReactNode;
}

/** What can be done with an opportunity of a type, wherever it is shown. */
export function useOpportunityActs(type: OpportunityTypeShown | undefined): OpportunityActs {
  const { t } = useTranslation("opportunities");
  const { t: shell } = useTranslation("shell");
  const [asked, setAsked] = useState<Asked>();
  const mayGive = useMay("opportunity", "assign");
  const close = () => setAsked(undefined);
  const stages = type?.stages ?? [];
  const move = async (row: OpportunityRow, stageId: string) => {
    if (row.stageId === stageId) return;
    try {
      const body = { from: row.stageId, to: stageId };
      const { operationId } = await act(opportunities.move, { params: { opportunityId: row.id }, body });
      const stage = stages.find(({ id }) => id === stageId)?.name ?? "";
      sayActed(t("moved", { name: row.name, stage }), operationId);
    } catch (failure) {
      if (isProblem(failure, "opportunity.gate_closed")) setAsked({ what: "gate", row, stageId });
      else sayFailed(sayFailure(shell, failure).happened);
    }
    await refreshOpportunities();
  };
  const menu = (row: OpportunityRow): MenuItem[] => {
    if (row.outcome !== null) return [];
    const moves = stages.map(({ id, name }): MenuItem => ({
      id,
      words: t("moveTo", { stage: name }),
      run: () => void move(row, id),
      ...(id === row.stageId ? { chosen: true, whyOff: t("standsHere") } : {}),
    }));
    const give: MenuItem[] = mayGive
      ? [{ id: "give", words: t("give"), run: () => setAsked({ what: "give", row }) }]
      : [];
    return [
      ...moves,
      { id: "win", words: t("win"), apart: true, run: () => setAsked({ what: "win", row }) },
      { id: "lose", words: t("lose"), run: () => setAsked({ what: "lose", row }) },
      ...give,
    ];
  };
  return {
    move: (row, stageId) => void move(row, stageId),
    win: (row) => setAsked({ what: "win", row }),
    lose: (row) => setAsked({ what: "lose", row }),
    menu,
    dialog: asked === undefined ? null : <Asking asked={asked} onClose={close} />,
  };
}

function Asking({ asked, onClose }: { asked: Asked; onClose: () => void }) {
  const { row } = asked;
  if ("stageId" in asked) return <GateDialog row={row} stageId={asked.stageId} onClose={onClose} />;
  if (asked.what === "win") return <WinDialog row={row} onClose={onClose} />;
  if (asked.what === "lose") return <LoseDialog row={row} onClose={onClose} />;
  return <GiveDialog row={row} onClose={onClose} />;
}
