import { useRef, useState, type KeyboardEvent, type PointerEvent } from "react";
import { useTranslation } from "react-i18next";
import { boundedWidth, NARROWEST_PX, WIDEST_PX } from "./column-layout.ts";
import styles from "./RecordTable.module.css";

const STEP_PX = 16;

interface ColumnEdgeProps {
  head: string;
  /** px; undefined where nobody chose it: then it is measured. */
  width: number | undefined;
  /** While it is dragged. */
  onDrag: (px: number | undefined) => void;
  onChange: (px: number) => void;
}

/** The right edge of a column: dragged, or moved with the arrow keys, it makes the column wider or narrower. */
export function ColumnEdge({ head, width, onDrag, onChange }: ColumnEdgeProps) {
  const { t } = useTranslation("ui");
  const edge = useRef<HTMLSpanElement>(null);
  const [start, setStart] = useState<{ x: number; width: number }>();
  const measured = (): number => width ?? edge.current?.parentElement?.offsetWidth ?? NARROWEST_PX;
  const at = (event: PointerEvent): number =>
    boundedWidth((start?.width ?? measured()) + event.clientX - (start?.x ?? event.clientX));
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowLeft: -STEP_PX, ArrowRight: STEP_PX }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    onChange(boundedWidth(measured() + step));
  };
  return (
    <span
      ref={edge}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- an hr says no width and takes no keys
      role="separator"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={t("widthOf", { column: head })}
      aria-valuenow={width ?? NARROWEST_PX}
      aria-valuemin={NARROWEST_PX}
      aria-valuemax={WIDEST_PX}
      className={styles.edge}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        event.preventDefault();
        event.currentTarget.setPointerCapture(event.pointerId);
        setStart({ x: event.clientX, width: measured() });
      }}
      onPointerMove={(event) => {
        if (start !== undefined) onDrag(at(event));
      }}
      onPointerUp={(event) => {
        if (start !== undefined && event.clientX !== start.x) onChange(at(event));
        setStart(undefined);
        onDrag(undefined);
      }}
      onPointerCancel={() => {
        setStart(undefined);
        onDrag(undefined);
      }}
    />
  );
}
