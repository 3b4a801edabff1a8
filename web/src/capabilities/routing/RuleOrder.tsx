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
import type { RoutingRuleRow } from "@tongzhou/contract/routing";
import { GripVertical } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../platform/format/useFormat.ts";
import { silentDrag } from "../../ui/drag/silent-drag.ts";
import { cx } from "../../ui/cx.ts";
import { Icon } from "../../ui/Icon.tsx";
import { Anchor } from "../../ui/navigation/Anchor.tsx";
import styles from "./RuleOrder.module.css";
import { useRuleActs, type RuleActs } from "./useRuleActs.ts";
import { useTargetWords } from "./useTargetWords.ts";

/** Fewer pixels are a press that trembled. */
const DRAG_FROM_PX = 6;
/** Shorter touches scroll the list. */
const TOUCH_FROM_MS = 150;

export interface RuleOrderProps {
  rules: readonly RoutingRuleRow[];
  current: string | undefined;
  mayEdit: boolean;
  hrefOf: (ruleId: string) => string;
}

/** The rules in their order; one is dragged to another place, or moved with the arrow keys on its handle. */
export function RuleOrder({ rules, current, mayEdit, hrefOf }: RuleOrderProps) {
  const { t } = useTranslation("routing");
  const acts = useRuleActs(rules);
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: DRAG_FROM_PX } }),
    useSensor(TouchSensor, { activationConstraint: { delay: TOUCH_FROM_MS, tolerance: DRAG_FROM_PX } }),
  );
  const drop = ({ active, over }: DragEndEvent) => {
    if (over !== null) void acts.put(String(active.id), String(over.id));
  };
  return (
    <>
      <DndContext accessibility={silentDrag()} sensors={sensors} collisionDetection={pointerWithin} onDragEnd={drop}>
        <div className={styles.head} aria-hidden>
          <span className="grow">{t("rules")}</span>
          <span>{t("firedHead")}</span>
          {mayEdit ? <span className={styles.handle} /> : null}
        </div>
        <ol aria-label={t("rules")}>
          {rules.map((rule, at) => (
            <OneRule
              key={rule.id}
              rule={rule}
              place={at + 1}
              isCurrent={rule.id === current}
              mayEdit={mayEdit}
              href={hrefOf(rule.id)}
              acts={acts}
            />
          ))}
        </ol>
      </DndContext>
      <p className={styles.note}>{t(mayEdit ? "orderNote" : "ownersFirst")}</p>
    </>
  );
}

interface OneRuleProps {
  rule: RoutingRuleRow;
  place: number;
  isCurrent: boolean;
  mayEdit: boolean;
  href: string;
  acts: RuleActs;
}

function OneRule({ rule, place, isCurrent, mayEdit, href, acts }: OneRuleProps) {
  const { t } = useTranslation("routing");
  const format = useFormat();
  const mayMove = mayEdit && !rule.fallback;
  const targetWords = useTargetWords();
  const { setNodeRef: droppable, isOver } = useDroppable({ id: rule.id });
  const { setNodeRef: draggable, listeners, isDragging } = useDraggable({ id: rule.id, disabled: !mayMove });
  const { fired, accepted, rejected } = rule.record;
  const answered = accepted + rejected;
  return (
    <li
      ref={droppable}
      className={cx(styles.row, isCurrent && styles.on, isOver && styles.over, isDragging && styles.dragged)}
    >
      <Anchor href={href} className={styles.link} aria-current={isCurrent ? "true" : undefined}>
        <span className={styles.sign}>{place}</span>
        <span className="grow">
          <span className={styles.one}>
            <b className={cx("ell grow", !rule.enabled && "ink3")}>{rule.name}</b>
            <span className={styles.fired}>{format.count(fired)}</span>
          </span>
          <span className={styles.two}>
            <span className="ell grow">{targetWords(rule.target)}</span>
            <span className={styles.end}>
              <State rule={rule} accepted={answered === 0 ? undefined : format.percent(accepted / answered)} />
            </span>
          </span>
        </span>
      </Anchor>
      {mayMove ? (
        <button
          type="button"
          ref={draggable}
          {...listeners}
          className={styles.handle}
          aria-label={t("moveRule", { name: rule.name })}
          aria-keyshortcuts="ArrowUp ArrowDown"
          title={t("moveHint")}
          onKeyDown={(event) => {
            if (event.key !== "ArrowUp" && event.key !== "ArrowDown") return;
            event.preventDefault();
            void acts.step(rule.id, event.key === "ArrowUp" ? -1 : 1);
          }}
        >
          <Icon of={GripVertical} size={16} />
        </button>
      ) : null}
      {mayEdit && !mayMove ? <span className={styles.handle} aria-hidden /> : null}
    </li>
  );
}

function State({ rule, accepted }: { rule: RoutingRuleRow; accepted: string | undefined }) {
  const { t } = useTranslation("routing");
  if (rule.problems.length > 0) return <span className="red">{t("cannotRun")}</span>;
  if (!rule.enabled) return <>{t("isOff")}</>;
  return accepted === undefined ? null : <>{t("acceptedShare", { share: accepted })}</>;
}
