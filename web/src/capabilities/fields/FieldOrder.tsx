import {
  DndContext,
  MouseSensor,
  pointerWithin,
  TouchSensor,
  useDraggable,
  useDroppable,
  useSensor,
  useSensors,
  type DragEndEvent,
} from "@dnd-kit/core";
import type { SettingsField } from "@tongzhou/contract/fields";
import { Archive, ArchiveRestore, GripVertical, Pencil } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useAddedFieldWords } from "../../platform/custom-fields/useAddedFieldWords.ts";
import { useFormat } from "../../platform/format/useFormat.ts";
import { Button } from "../../ui/controls/Button.tsx";
import { cx } from "../../ui/cx.ts";
import { silentDrag } from "../../ui/drag/silent-drag.ts";
import { usePhone } from "../../ui/hooks/useMedia.ts";
import { Icon } from "../../ui/Icon.tsx";
import { Tag } from "../../ui/signs/Marks.tsx";
import styles from "./FieldOrder.module.css";

/** Fewer pixels are a press that trembled. */
const DRAG_FROM_PX = 6;
/** Shorter touches scroll the list. */
const TOUCH_FROM_MS = 150;

export interface FieldOrderProps {
  label: string;
  all: readonly SettingsField[];
  onEdit: (field: SettingsField) => void;
  onTurn: (field: SettingsField) => void;
  /** Left out where the order means nothing. */
  onOrder?: (ids: readonly string[], moved: SettingsField) => void;
}

/** Fields in the order of forms and pages; one is dragged to another place, or moved with the arrow keys on its handle. */
export function FieldOrder({ label, all, onOrder, ...acts }: FieldOrderProps) {
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: DRAG_FROM_PX } }),
    useSensor(TouchSensor, { activationConstraint: { delay: TOUCH_FROM_MS, tolerance: DRAG_FROM_PX } }),
  );
  const put = (movedId: string, to: number) => {
    const moved = all.find(({ id }) => id === movedId);
    if (moved === undefined || to < 0 || to >= all.length || all[to] === moved) return;
    const rest = all.filter((field) => field !== moved).map(({ id }) => id);
    onOrder?.([...rest.slice(0, to), moved.id, ...rest.slice(to)], moved);
  };
  const drop = ({ active, over }: DragEndEvent) => {
    if (over !== null)
      put(
        String(active.id),
        all.findIndex(({ id }) => id === over.id),
      );
  };
  return (
    <DndContext accessibility={silentDrag()} sensors={sensors} collisionDetection={pointerWithin} onDragEnd={drop}>
      <ol aria-label={label} className={styles.list}>
        {all.map((field, at) => (
          <FieldRow
            key={field.id}
            field={field}
            {...acts}
            {...(onOrder === undefined ? {} : { onStep: (by: 1 | -1) => put(field.id, at + by) })}
          />
        ))}
      </ol>
    </DndContext>
  );
}

interface FieldRowProps extends Pick<FieldOrderProps, "onEdit" | "onTurn"> {
  field: SettingsField;
  onStep?: (by: 1 | -1) => void;
}

function FieldRow({ field, onEdit, onTurn, onStep }: FieldRowProps) {
  const { t } = useTranslation("fields");
  const format = useFormat();
  const words = useAddedFieldWords();
  const isPhone = usePhone();
  const { setNodeRef: droppable, isOver } = useDroppable({ id: field.id });
  const {
    setNodeRef: draggable,
    listeners,
    isDragging,
  } = useDraggable({ id: field.id, disabled: onStep === undefined });
  const name = words.name(field);
  const tags = [
    ...(field.weight === "decision" ? [t("decision")] : []),
    ...(field.required ? [t("required")] : []),
    ...(field.unique ? [t("unique")] : []),
    ...(field.sensitive ? [t("sensitive")] : []),
    ...(field.visibleTo === null ? [] : [t("someRoles", { count: field.visibleTo.length })]),
  ];
  const icon = field.archived ? ArchiveRestore : Archive;
  const turn = t(field.archived ? "bringBack" : "archive");
  return (
    <li ref={droppable} className={cx(styles.row, isOver && styles.over, isDragging && styles.dragged)}>
      {onStep === undefined ? null : (
        <button
          type="button"
          ref={draggable}
          {...listeners}
          className={styles.handle}
          aria-label={t("move", { name })}
          aria-keyshortcuts="ArrowUp ArrowDown"
          title={t("moveHint")}
          onKeyDown={(event) => {
            if (event.key !== "ArrowUp" && event.key !== "ArrowDown") return;
            event.preventDefault();
            onStep(event.key === "ArrowUp" ? -1 : 1);
          }}
        >
          <Icon of={GripVertical} size={16} />
        </button>
      )}
      <div className={styles.what}>
        <div className={styles.one}>
          <b className={cx("ell", field.archived && "ink3")}>{name}</b>
          {tags.map((tag) => (
            <Tag key={tag}>{tag}</Tag>
          ))}
        </div>
        <div className="t12 ink3 ell">
          {t(`type.${field.type}`)}
          {" · "}
          {t("used", { amount: format.count(field.used) })}
          {words.help(field) === undefined ? null : ` · ${words.help(field)}`}
        </div>
      </div>
      {isPhone ? (
        <>
          <Button
            size="small"
            look="quiet"
            icon={Pencil}
            label={t("editNamed", { name })}
            onClick={() => onEdit(field)}
          />
          <Button size="small" look="quiet" icon={icon} label={`${turn} ${name}`} onClick={() => onTurn(field)} />
        </>
      ) : (
        <span className="row g4">
          <Button size="tiny" label={t("editNamed", { name })} onClick={() => onEdit(field)}>
            {t("edit")}
          </Button>
          <Button size="tiny" look="quiet" label={`${turn} ${name}`} onClick={() => onTurn(field)}>
            {turn}
          </Button>
        </span>
      )}
    </li>
  );
}
