import {
  DndContext,
  MouseSensor,
  pointerWithin,
  TouchSensor,
  useDroppable,
  useSensor,
  useSensors,
  type DragEndEvent,
} from "@dnd-kit/core";
import { useQuery } from "@tanstack/react-query";
import { accounts } from "@tongzhou/contract/accounts";
import { groups, type GroupRow } from "@tongzhou/contract/groups";
import { GitBranchPlus } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../platform/format/useFormat.ts";
import { reading } from "../../platform/http/queries.ts";
import { useMay } from "../../platform/session/session.ts";
import { Button } from "../../ui/controls/Button.tsx";
import { cx } from "../../ui/cx.ts";
import { silentDrag } from "../../ui/drag/silent-drag.ts";
import { SectionHead } from "../../ui/record/SectionHead.tsx";
import { AddBelowDialog } from "./AddBelowDialog.tsx";
import { GroupBranch } from "./GroupBranch.tsx";
import styles from "./GroupTree.module.css";
import { MoveCompanyDialog } from "./MoveCompanyDialog.tsx";
import { useMoveCompany, type MovedCompany } from "./useMoveCompany.ts";

/** Fewer pixels are a press that trembled. */
const DRAG_FROM_PX = 6;
/** Shorter touches scroll the page. */
const TOUCH_FROM_MS = 150;
const TOP = "top";

type Asked = { kind: "move"; company: MovedCompany; aboveName: string | null } | { kind: "add" };

/** The whole group that a company is in, from its top: opened level by level, moved by dragging, by keys or in a dialog. */
export function GroupTree({ accountId }: { accountId: string }) {
  const { t } = useTranslation("groups");
  const format = useFormat();
  const account = useQuery(reading(accounts.show, { params: { accountId } })).data;
  const tree = useQuery(reading(groups.tree, { params: { accountId } })).data;
  const mayAdd = useMay("account", "create");
  const [asked, setAsked] = useState<Asked>();
  if (account === undefined || tree === undefined || account.kind === "household") return null;
  const { id, name, parentId, parentName, mayEdit } = account;
  const stands = tree.top.children > 0;
  const { count, outside } = tree.companies;
  const note = [
    stands ? t("companies", { amount: format.count(count) }) : t("alone"),
    outside === 0 ? null : t("outside", { amount: format.count(outside) }),
    stands && mayEdit ? t("dragHint") : null,
  ];
  return (
    <section className={styles.section}>
      <SectionHead
        title={t("structure")}
        note={note.filter((each) => each !== null).join(t("comma"))}
        end={
          <>
            {mayEdit ? (
              <Button
                size="small"
                onClick={() => setAsked({ kind: "move", company: { id, name, parentId }, aboveName: parentName })}
              >
                {t(parentId === null ? "putBelow" : "changeAbove")}
              </Button>
            ) : null}
            {mayAdd && account.mergedIntoId === null ? (
              <Button size="small" icon={GitBranchPlus} onClick={() => setAsked({ kind: "add" })}>
                {t("addBelow")}
              </Button>
            ) : null}
          </>
        }
      />
      {stands ? (
        <Branches
          key={tree.top.id}
          top={tree.top}
          path={tree.path}
          currentId={accountId}
          onAskMove={(company, aboveName) => setAsked({ kind: "move", company, aboveName })}
        />
      ) : null}
      {asked?.kind === "move" ? <MoveCompanyDialog {...asked} onClose={() => setAsked(undefined)} /> : null}
      {asked?.kind === "add" ? <AddBelowDialog above={{ id, name }} onClose={() => setAsked(undefined)} /> : null}
    </section>
  );
}

interface BranchesProps {
  top: GroupRow;
  path: readonly string[];
  currentId: string;
  onAskMove: (company: MovedCompany, aboveName: string | null) => void;
}

function Branches({ top, path, currentId, onAskMove }: BranchesProps) {
  const { t } = useTranslation("groups");
  const move = useMoveCompany();
  const [toggled, setToggled] = useState<ReadonlyMap<string, boolean>>(new Map());
  const [dragged, setDragged] = useState<GroupRow>();
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: DRAG_FROM_PX } }),
    useSensor(TouchSensor, { activationConstraint: { delay: TOUCH_FROM_MS, tolerance: DRAG_FROM_PX } }),
  );
  const isOpen = (id: string) => toggled.get(id) ?? (id === top.id || path.includes(id));
  const drop = ({ active, over }: DragEndEvent) => {
    setDragged(undefined);
    const row = (active.data.current as { row?: GroupRow } | undefined)?.row;
    if (row === undefined || over === null) return;
    const target = (over.data.current as { row?: GroupRow } | undefined)?.row;
    void move(row, over.id === TOP ? null : { id: String(over.id), name: target?.name ?? null });
  };
  return (
    <DndContext
      accessibility={silentDrag()}
      sensors={sensors}
      collisionDetection={pointerWithin}
      onDragStart={({ active }) => setDragged((active.data.current as { row?: GroupRow } | undefined)?.row)}
      onDragCancel={() => setDragged(undefined)}
      onDragEnd={drop}
    >
      <Head offersTop={dragged !== undefined && dragged.parentId !== null} />
      <ul aria-label={t("structure")}>
        <GroupBranch
          row={top}
          depth={0}
          currentId={currentId}
          isOpen={isOpen}
          onToggle={(id) => setToggled(new Map(toggled).set(id, !isOpen(id)))}
          onAskMove={onAskMove}
          onMove={(company, to) => void move(company, to)}
        />
      </ul>
    </DndContext>
  );
}

/**
 * The heads of the columns. While a company is dragged they are the place where it is let go to stand below none: nothing
 * moves under the pointer.
 */
function Head({ offersTop }: { offersTop: boolean }) {
  const { t } = useTranslation("groups");
  const { setNodeRef, isOver } = useDroppable({ id: TOP, disabled: !offersTop });
  return (
    <div
      ref={setNodeRef}
      className={cx(styles.line, styles.head, offersTop && styles.top, isOver && styles.over)}
      aria-hidden
    >
      {offersTop ? (
        <span>{t("dropAtTop")}</span>
      ) : (
        <>
          <span>{t("company")}</span>
          <span className={styles.owner}>{t("owner")}</span>
          <span className={styles.count}>{t("contacts")}</span>
          <span className={styles.count}>{t("leads")}</span>
          <span className={styles.sum}>{t("running")}</span>
          <span className={cx(styles.sum, styles.won)}>{t("won")}</span>
          <span className={styles.last}>{t("lastAt")}</span>
          <span className={styles.handle} />
        </>
      )}
    </div>
  );
}
