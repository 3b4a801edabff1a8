import { useDraggable, useDroppable } from "@dnd-kit/core";
import type { GroupRow } from "@tongzhou/contract/groups";
import { ChevronDown, ChevronRight, GripVertical } from "lucide-react";
import type { KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../platform/format/useFormat.ts";
import { cx } from "../../ui/cx.ts";
import { Icon } from "../../ui/Icon.tsx";
import { Anchor } from "../../ui/navigation/Anchor.tsx";
import { Figure } from "../../ui/signs/Figure.tsx";
import { Pill } from "../../ui/signs/Marks.tsx";
import { groupDoors } from "./group-doors.ts";
import styles from "./GroupTree.module.css";
import { useAmounts } from "./useAmounts.ts";

const STEP_PX = 20;

export interface GroupLineProps {
  row: GroupRow;
  depth: number;
  isCurrent: boolean;
  isOpen: boolean;
  onToggle: () => void;
  /** Opens the dialog that moves it. */
  onMove: () => void;
  /** Puts it a level higher; missing where that would take it out of its group. */
  onOut?: (() => void) | undefined;
  /** Puts it below the sister above it. */
  onIn?: (() => void) | undefined;
}

/** One company of the tree with what is its own. */
export function GroupLine(props: GroupLineProps) {
  const { row, depth, isCurrent, isOpen, onToggle, onMove, onOut, onIn } = props;
  const { t } = useTranslation("groups");
  const { setNodeRef: droppable, isOver } = useDroppable({ id: row.id, data: { row }, disabled: row.name === null });
  const {
    setNodeRef: draggable,
    listeners,
    isDragging,
  } = useDraggable({ id: row.id, data: { row }, disabled: !row.mayMove });
  const name = row.name ?? t("outOfReach");
  const keys = (event: KeyboardEvent) => {
    const run = event.key === "ArrowLeft" ? onOut : event.key === "ArrowRight" ? onIn : undefined;
    if (run === undefined) return;
    event.preventDefault();
    run();
  };
  return (
    <div
      ref={droppable}
      className={cx(styles.line, isCurrent && styles.on, isOver && styles.over, isDragging && styles.dragged)}
    >
      <div className={styles.name} style={{ paddingLeft: `${depth * STEP_PX}px` }}>
        {row.children > 0 ? (
          <button
            type="button"
            className={styles.toggle}
            aria-expanded={isOpen}
            aria-label={t(isOpen ? "close" : "open", { name, amount: row.children })}
            onClick={onToggle}
          >
            <Icon of={isOpen ? ChevronDown : ChevronRight} size={16} />
          </button>
        ) : (
          <span className={styles.toggle} />
        )}
        <span className={styles.words}>
          {row.name === null ? (
            <span className="ink3">{name}</span>
          ) : (
            <Anchor href={`/accounts/${row.id}`} className={styles.link} aria-current={isCurrent ? "page" : undefined}>
              {name}
            </Anchor>
          )}
          {row.place === null ? null : <span className="t12 ink3 nw">{t(`place.${row.place}`)}</span>}
          {row.confirmed ? null : <Pill tone="soon">{t("unconfirmed")}</Pill>}
          {row.children > 0 && !isOpen ? <span className="t12 ink3 nw">+{row.children}</span> : null}
        </span>
      </div>
      <Facts row={row} />
      {row.mayMove ? (
        <button
          type="button"
          ref={draggable}
          {...listeners}
          className={styles.handle}
          aria-label={t("moveOf", { name })}
          aria-keyshortcuts="ArrowLeft ArrowRight"
          title={t("moveHint")}
          onClick={onMove}
          onKeyDown={keys}
        >
          <Icon of={GripVertical} size={16} />
        </button>
      ) : (
        <span className={styles.handle} />
      )}
    </div>
  );
}

/** What is the company's own: who has it, its people and leads, its deals, when there was contact. */
function Facts({ row }: { row: GroupRow }) {
  const { t } = useTranslation("groups");
  const format = useFormat();
  const amounts = useAmounts();
  const doors = groupDoors(row.id, "one");
  const figure = (words: string | undefined, href: string, what: string) => (
    <Figure href={href} zero={words === undefined} opens={t("opens", { what })}>
      {words ?? "—"}
    </Figure>
  );
  const some = (count: number) => (count === 0 ? undefined : format.count(count));
  const deals = (sums: GroupRow["won"]) =>
    amounts(sums.amounts) ?? (sums.count === 0 ? undefined : format.count(sums.count));
  return (
    <>
      <span className={cx(styles.owner, row.owner?.inherited === true && "ink3")}>
        {row.owner === null ? "—" : row.owner.inherited ? t("inherits", { name: row.owner.name }) : row.owner.name}
      </span>
      <span className={styles.count}>{figure(some(row.contacts), doors.contacts, t("contacts"))}</span>
      <span className={styles.count}>{figure(some(row.leads), doors.leads, t("openLeads"))}</span>
      <span className={styles.sum}>{figure(deals(row.running), doors.running, t("running"))}</span>
      <span className={cx(styles.sum, styles.won)}>{figure(deals(row.won), doors.won, t("won"))}</span>
      <span className={styles.last}>{row.lastAt === null ? "—" : format.day(row.lastAt)}</span>
    </>
  );
}
