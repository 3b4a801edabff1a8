import {
  DndContext,
  DragOverlay,
  MouseSensor,
  pointerWithin,
  useSensor,
  useSensors,
  type DragEndEvent,
} from "@dnd-kit/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { opportunities, type OpportunityRow } from "@tongzhou/contract/opportunities";
import { useEffect, useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { ReadFailure } from "../../platform/errors/ReadFailure.tsx";
import { reading } from "../../platform/http/queries.ts";
import { rememberList } from "../../platform/lists/list-memory.ts";
import { askedOf, type ListState } from "../../platform/lists/list-state.ts";
import { ListSearch } from "../../platform/lists/ListSearch.tsx";
import { useLive } from "../../platform/live/useLive.ts";
import { hrefOf, useUrlState } from "../../platform/routing/useUrlState.ts";
import { silentDrag } from "../../ui/drag/silent-drag.ts";
import { SkeletonRows } from "../../ui/feedback/SkeletonRows.tsx";
import { ListLayout } from "../../ui/list/ListLayout.tsx";
import { ToolRow } from "../../ui/list/ToolRow.tsx";
import styles from "./Board.module.css";
import { BoardColumn } from "./BoardColumn.tsx";
import { BoardFoot, LOST, WON } from "./BoardFoot.tsx";
import { BoardSort } from "./BoardSort.tsx";
import { OpportunityHead } from "./OpportunityHead.tsx";
import { CardFace } from "./OpportunityCard.tsx";
import { refreshOpportunities } from "./refresh-opportunities.ts";
import { useOpportunityActs } from "./useOpportunityActs.tsx";
import { usePipelineTypes } from "./usePipelineTypes.ts";

/** Fewer pixels are a press that trembled. */
const DRAG_FROM_PX = 6;

const Url = z.object({ type: z.coerce.string().default("") });

export interface OpportunityBoardProps {
  list: ListState;
  tabs: ReactNode;
  filters?: ReactNode;
}

/** The running opportunities of a type by stage; a card is dragged to where it stands next. */
export function OpportunityBoard({ list, tabs, filters }: OpportunityBoardProps) {
  const { t } = useTranslation("opportunities");
  const [{ type: chosen }, changeUrl] = useUrlState(Url);
  const types = usePipelineTypes();
  const type = types.find(({ id }) => id === chosen) ?? types[0];
  const asked = askedOf(list);
  const board = useQuery({
    ...reading(opportunities.board, { query: { ...asked, typeId: type?.id ?? "" } }),
    enabled: type !== undefined,
    placeholderData: keepPreviousData,
  });
  const acts = useOpportunityActs(type);
  const [dragged, setDragged] = useState<OpportunityRow>();
  const sensors = useSensors(useSensor(MouseSensor, { activationConstraint: { distance: DRAG_FROM_PX } }));
  useLive("opportunity", () => void refreshOpportunities());
  useRemembered(board.data?.columns.flatMap(({ rows }) => rows) ?? []);
  const drop = ({ over }: DragEndEvent) => {
    if (dragged !== undefined && over !== null) {
      if (over.id === WON) acts.win(dragged);
      else if (over.id === LOST) acts.lose(dragged);
      else acts.move(dragged, String(over.id));
    }
    setDragged(undefined);
  };
  const stageOf = (stageId: string) => type?.stages.find(({ id }) => id === stageId);
  const listOf = (stageId: string) =>
    hrefOf("/opportunities/list", {
      view: "all",
      filter: {
        combinator: "and",
        rules: [...list.filter.rules, { field: "opportunity.stage", operator: "is", value: stageId }],
      },
    });
  return (
    <DndContext
      accessibility={silentDrag()}
      sensors={sensors}
      collisionDetection={pointerWithin}
      onDragStart={({ active }) => setDragged((active.data.current as { row: OpportunityRow }).row)}
      onDragEnd={drop}
      onDragCancel={() => setDragged(undefined)}
    >
      <ListLayout
        head={
          <OpportunityHead
            look="board"
            columns={board.data?.columns}
            types={types}
            typeId={type?.id}
            onType={(id) => changeUrl({ type: id })}
          />
        }
        tabs={tabs}
        tools={
          <ToolRow end={<BoardSort order={board.data?.order ?? ""} onChange={(sort) => list.change({ sort })} />}>
            <ListSearch words={t("search")} value={list.search} onChange={(search) => list.change({ search })} />
            {filters}
          </ToolRow>
        }
      >
        {board.error !== null && board.data === undefined ? (
          <ReadFailure failure={board.error} onRetry={() => void board.refetch()} />
        ) : null}
        {board.isPending ? <SkeletonRows edge rows={8} /> : null}
        {board.data === undefined ? null : (
          <div className={styles.board}>
            {board.data.columns.map((column) => (
              <BoardColumn
                key={column.stageId}
                column={column}
                name={stageOf(column.stageId)?.name ?? ""}
                probability={stageOf(column.stageId)?.probability ?? 0}
                asked={asked}
                dragged={dragged}
                menu={acts.menu}
                listHref={listOf(column.stageId)}
              />
            ))}
          </div>
        )}
        <BoardFoot dragging={dragged !== undefined} />
      </ListLayout>
      <DragOverlay dropAnimation={null}>
        {dragged === undefined ? null : (
          <div className={styles.flying}>
            <CardFace row={dragged} />
          </div>
        )}
      </DragOverlay>
      {acts.dialog}
    </DndContext>
  );
}

function useRemembered(rows: readonly OpportunityRow[]): void {
  useEffect(() => {
    const href = `${window.location.pathname}${window.location.search}`;
    rememberList({ object: "opportunity", href, ids: rows.map(({ id }) => id) });
  }, [rows]);
}
