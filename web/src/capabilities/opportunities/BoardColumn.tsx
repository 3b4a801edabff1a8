import { useDroppable } from "@dnd-kit/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { opportunities, type BoardColumn as Column, type OpportunityRow } from "@tongzhou/contract/opportunities";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../platform/format/useFormat.ts";
import { readingPages } from "../../platform/http/queries.ts";
import type { ListAsked } from "../../platform/lists/list-state.ts";
import { Button } from "../../ui/controls/Button.tsx";
import { cx } from "../../ui/cx.ts";
import { Figure } from "../../ui/signs/Figure.tsx";
import type { MenuItem } from "../../ui/layers/MenuList.tsx";
import styles from "./Board.module.css";
import { DropHint } from "./DropHint.tsx";
import { OpportunityCard } from "./OpportunityCard.tsx";

export interface BoardColumnProps {
  column: Column;
  name: string;
  probability: number;
  asked: ListAsked;
  /** Being dragged now, from whichever column. */
  dragged: OpportunityRow | undefined;
  menu: (row: OpportunityRow) => MenuItem[];
  /** The same opportunities as a list. */
  listHref: string;
}

/** One stage of the board: how many, what they are worth, the first of them, and more when asked. */
export function BoardColumn({ column, name, probability, asked, dragged, menu, listHref }: BoardColumnProps) {
  const { t } = useTranslation("opportunities");
  const format = useFormat();
  const [wantsMore, setWantsMore] = useState(false);
  const { setNodeRef, isOver } = useDroppable({ id: column.stageId });
  const rest = useInfiniteQuery({
    ...readingPages(opportunities.boardColumn, { params: { stageId: column.stageId }, query: asked }),
    enabled: wantsMore,
  });
  const rows = rest.data === undefined ? column.rows : rest.data.pages.flatMap((page) => page.rows);
  const left = column.count - rows.length;
  const more = () => (rest.data === undefined ? setWantsMore(true) : void rest.fetchNextPage());
  const isTarget = isOver && dragged !== undefined && dragged.stageId !== column.stageId;
  const sums = (column.sums ?? []).map(({ amount, currency }) => format.money(amount, currency)).join(" + ");
  return (
    <section ref={setNodeRef} className={cx(styles.column, isTarget && styles.over)} aria-label={name}>
      <header className={styles.head}>
        <span className="row between g8">
          <h2 className="t14 ell">
            {name}{" "}
            <Figure href={listHref} zero={column.count === 0} className="n ink3">
              {format.count(column.count)}
            </Figure>
          </h2>
          <span className="nw">{sums}</span>
        </span>
        <small className="ink3">{t("probabilityOf", { percent: probability })}</small>
      </header>
      <ul className={styles.cards}>
        {isTarget ? <DropHint opportunityId={dragged.id} stageId={column.stageId} /> : null}
        {rows.map((row) => (
          <OpportunityCard key={row.id} row={row} menu={menu(row)} />
        ))}
      </ul>
      {left > 0 ? (
        <Button look="quiet" size="small" busy={rest.isFetching} onClick={more}>
          {t("moreOf", { count: left })}
        </Button>
      ) : null}
    </section>
  );
}
