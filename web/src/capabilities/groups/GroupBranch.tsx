import { useInfiniteQuery } from "@tanstack/react-query";
import { groups, type GroupRow } from "@tongzhou/contract/groups";
import { useTranslation } from "react-i18next";
import { ReadFailure } from "../../platform/errors/ReadFailure.tsx";
import { readingPages } from "../../platform/http/queries.ts";
import { Button } from "../../ui/controls/Button.tsx";
import { SkeletonRows } from "../../ui/feedback/SkeletonRows.tsx";
import { GroupLine } from "./GroupLine.tsx";
import styles from "./GroupTree.module.css";
import type { MovedCompany } from "./useMoveCompany.ts";

const A_PAGE = 20;
const LINE_PX = 40;

export interface GroupBranchProps {
  row: GroupRow;
  depth: number;
  /** The company whose page this is. */
  currentId: string;
  /** The company directly above, and the sister that stands before this one. */
  parent?: GroupRow | undefined;
  sister?: GroupRow | undefined;
  grandparent?: GroupRow | undefined;
  isOpen: (id: string) => boolean;
  onToggle: (id: string) => void;
  onAskMove: (company: MovedCompany, aboveName: string | null) => void;
  onMove: (company: MovedCompany, to: GroupRow) => void;
}

/** A company with, when it is open, what stands directly below it: fetched only then, page by page. */
export function GroupBranch(props: GroupBranchProps) {
  const { row, depth, currentId, parent, sister, grandparent, isOpen, onToggle, onAskMove, onMove } = props;
  const { t } = useTranslation("groups");
  const opened = row.children > 0 && isOpen(row.id);
  const read = useInfiniteQuery({
    ...readingPages(groups.children, { params: { accountId: row.id }, query: { limit: A_PAGE } }),
    enabled: opened,
  });
  const children = read.data?.pages.flatMap(({ rows }) => rows) ?? [];
  const left = row.children - children.length;
  return (
    <li>
      <GroupLine
        row={row}
        depth={depth}
        isCurrent={row.id === currentId}
        isOpen={opened}
        onToggle={() => onToggle(row.id)}
        onMove={() => onAskMove(row, parent?.name ?? null)}
        onOut={grandparent === undefined || grandparent.name === null ? undefined : () => onMove(row, grandparent)}
        onIn={sister === undefined || sister.name === null ? undefined : () => onMove(row, sister)}
      />
      {opened ? (
        <ul>
          {children.map((child, at) => (
            <GroupBranch
              key={child.id}
              {...props}
              row={child}
              depth={depth + 1}
              parent={row}
              sister={children[at - 1]}
              grandparent={parent}
            />
          ))}
          {read.isPending ? (
            <li>
              <SkeletonRows rows={Math.min(row.children, A_PAGE)} height={LINE_PX} />
            </li>
          ) : null}
          {read.isError && children.length === 0 ? (
            <li>
              <ReadFailure failure={read.error} onRetry={() => void read.refetch()} />
            </li>
          ) : null}
          {read.hasNextPage ? (
            <li className={styles.more}>
              <Button
                size="small"
                look="quiet"
                busy={read.isFetchingNextPage}
                onClick={() => void read.fetchNextPage()}
              >
                {t("more", { amount: left })}
              </Button>
            </li>
          ) : null}
        </ul>
      ) : null}
    </li>
  );
}
