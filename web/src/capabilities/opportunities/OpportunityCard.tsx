import { useDraggable } from "@dnd-kit/core";
import type { OpportunityRow } from "@tongzhou/contract/opportunities";
import { Ellipsis } from "lucide-react";
import { useTranslation } from "react-i18next";
import { noonOf } from "../../platform/format/calendar-day.ts";
import { useFormat } from "../../platform/format/useFormat.ts";
import { Button } from "../../ui/controls/Button.tsx";
import { cx } from "../../ui/cx.ts";
import { Menu } from "../../ui/layers/Menu.tsx";
import type { MenuItem } from "../../ui/layers/MenuList.tsx";
import { Anchor } from "../../ui/navigation/Anchor.tsx";
import { AttentionSign, useAttention } from "./AttentionSign.tsx";
import styles from "./Board.module.css";

/** What a card says; also what hangs at the pointer while it is dragged. */
export function CardFace({ row }: { row: OpportunityRow }) {
  const format = useFormat();
  const attention = useAttention(row);
  const closes = row.expectedCloseOn === null ? undefined : format.day(noonOf(row.expectedCloseOn));
  return (
    <>
      <b className={styles.name} dir="auto">
        {row.name}
      </b>
      <span className="row between g8 t12 ink3">
        <span className="ell">{row.contactName ?? row.accountName}</span>
        <span className="nw">{closes}</span>
      </span>
      <span className="t12 ink2 ell">
        {attention === undefined ? (row.nextStep ?? "\u00a0") : <AttentionSign row={row} />}
      </span>
      <span className="row between g8">
        <b className="nw">
          {row.amount === undefined || row.amount === null ? "—" : format.money(row.amount, row.currency)}
        </b>
        <span className="t13 ink2 ell">{row.ownerName}</span>
      </span>
    </>
  );
}

/** One opportunity on the board: dragged by the pointer, opened by a press, moved by its menu. */
export function OpportunityCard({ row, menu }: { row: OpportunityRow; menu: MenuItem[] }) {
  const { t } = useTranslation("opportunities");
  const { setNodeRef, listeners, isDragging } = useDraggable({ id: row.id, data: { row } });
  return (
    <li ref={setNodeRef} className={cx(styles.card, isDragging && styles.away)}>
      <Anchor href={`/opportunities/${row.id}`} className={styles.face} draggable={false} {...listeners}>
        <CardFace row={row} />
      </Anchor>
      <span className={styles.more}>
        <Menu
          label={row.name}
          items={menu}
          renderOpener={(opener) => (
            <Button {...opener} look="quiet" size="tiny" icon={Ellipsis} label={t("actsOf", { name: row.name })} />
          )}
        />
      </span>
    </li>
  );
}
