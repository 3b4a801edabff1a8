import { useQuery } from "@tanstack/react-query";
import { products, type ProductLine } from "@tongzhou/contract/products";
import { Plus } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ReadFailure } from "../../platform/errors/ReadFailure.tsx";
import { forget, reading } from "../../platform/http/queries.ts";
import { sayFailure } from "../../platform/http/say-failure.ts";
import { useAct } from "../../platform/http/useAct.ts";
import { useMay } from "../../platform/session/session.ts";
import { sayActed } from "../../platform/undo/say-acted.ts";
import { Button } from "../../ui/controls/Button.tsx";
import { Empty } from "../../ui/feedback/Empty.tsx";
import { SkeletonRows } from "../../ui/feedback/SkeletonRows.tsx";
import { sayFailed } from "../../ui/feedback/toast.ts";
import { SectionHead } from "../../ui/record/SectionHead.tsx";
import { Tag } from "../../ui/signs/Marks.tsx";
import { PlainTable, type PlainColumn } from "../../ui/table/PlainTable.tsx";
import { treeRows, type TreeRow } from "../../ui/table/tree-rows.ts";
import { ProductLineDialog } from "./ProductLineDialog.tsx";

const INDENT_PX = 20;

/** What is sold, as a tree; lines that are no longer sold stay, because records speak of them. */
export function ProductLineTree() {
  const { t } = useTranslation("products");
  const { t: shell } = useTranslation("shell");
  const read = useQuery(reading(products.list));
  const mayEdit = useMay("product_line", "edit");
  const [asked, setAsked] = useState<{ line?: ProductLine }>();
  const edit = useAct(products.edit);
  const turn = (line: ProductLine) =>
    edit.mutate(
      { params: { productLineId: line.id }, body: { active: { from: line.active, to: !line.active } } },
      {
        onSuccess: ({ operationId }) => {
          void forget(products.list);
          sayActed(t(line.active ? "stopped" : "resumed", { name: line.name }), operationId);
        },
        onError: (failure) => sayFailed(sayFailure(shell, failure).happened),
      },
    );
  const columns = useLineColumns({ mayEdit, onEdit: (line) => setAsked({ line }), turn });
  if (read.isError) return <ReadFailure failure={read.error} onRetry={() => void read.refetch()} />;
  const add = (
    <Button look="solid" size="small" icon={Plus} shortcut="c" onClick={() => setAsked({})}>
      {t("add")}
    </Button>
  );
  return (
    <section>
      <SectionHead title={t("lines")} note={t("linesMean")} {...(mayEdit ? { end: add } : {})} />
      {read.data === undefined ? <SkeletonRows rows={5} height={40} /> : null}
      {read.data?.length === 0 ? <Empty title={t("none")}>{t("noneWhy")}</Empty> : null}
      {read.data !== undefined && read.data.length > 0 ? (
        <PlainTable<TreeRow<ProductLine>>
          label={t("lines")}
          rows={treeRows(read.data)}
          rowId={({ node }) => node.id}
          columns={columns}
        />
      ) : null}
      {asked === undefined ? null : (
        <ProductLineDialog
          lines={read.data ?? []}
          {...(asked.line === undefined ? {} : { line: asked.line })}
          onClose={() => setAsked(undefined)}
        />
      )}
    </section>
  );
}

function useLineColumns({
  mayEdit,
  onEdit,
  turn,
}: {
  mayEdit: boolean;
  onEdit: (line: ProductLine) => void;
  turn: (line: ProductLine) => void;
}): PlainColumn<TreeRow<ProductLine>>[] {
  const { t } = useTranslation("products");
  return [
    {
      id: "name",
      head: t("name"),
      cell: ({ node, depth }) => (
        <span className="row g8" style={{ paddingLeft: `${depth * INDENT_PX}px` }}>
          <b className={node.active ? "" : "ink3"}>{node.name}</b>
          {node.active ? null : <Tag>{t("notSold")}</Tag>}
        </span>
      ),
    },
    {
      id: "code",
      head: t("code"),
      width: 200,
      notOnPhone: true,
      cell: ({ node }) => <span className="ink3">{node.code}</span>,
    },
    {
      id: "acts",
      head: "",
      width: 140,
      align: "end",
      cell: ({ node }) =>
        mayEdit ? (
          <span className="row g4" style={{ justifyContent: "flex-end" }}>
            <Button size="tiny" onClick={() => onEdit(node)}>
              {t("edit")}
            </Button>
            <Button size="tiny" look="quiet" onClick={() => turn(node)}>
              {node.active ? t("stop") : t("resume")}
            </Button>
          </span>
        ) : null,
    },
  ];
}
