import { ArrowDownUp, Download, Megaphone, Phone, Plus, Shuffle } from "lucide-react";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../ui/controls/Button.tsx";
import { sayDone } from "../../ui/feedback/toast.ts";
import { SearchBox } from "../../ui/fields/SearchBox.tsx";
import { BulkBar } from "../../ui/list/BulkBar.tsx";
import { ListLayout } from "../../ui/list/ListLayout.tsx";
import { PageHead } from "../../ui/list/PageHead.tsx";
import { Tabs } from "../../ui/list/Tabs.tsx";
import { AddFilter, FilterChip, ToolRow } from "../../ui/list/ToolRow.tsx";
import { CellChip } from "../../ui/signs/CellChip.tsx";
import { LiveDot, None } from "../../ui/signs/Marks.tsx";
import { Ring } from "../../ui/signs/Ring.tsx";
import { WaterGlass } from "../../ui/signs/WaterGlass.tsx";
import { ColumnChooser } from "../../ui/table/ColumnChooser.tsx";
import { RecordTable } from "../../ui/table/RecordTable.tsx";
import type { Column, PhoneView, RowActs } from "../../ui/table/table-types.ts";
import styles from "./Parts.module.css";
import { useSampleRows, type SampleRow } from "./parts-samples.ts";

const PAGE = 60;

/** A list page with views, filters, columns, choosing and acts. */
export function PartsLists() {
  const { t } = useTranslation("parts");
  const all = useSampleRows();
  const [length, setLength] = useState(PAGE);
  const [typed, setTyped] = useState("");
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set(["0-2", "0-3", "0-4"]));
  const columns = useSampleColumns();
  const [visible, setVisible] = useState(() => columns.map(({ id }) => id));
  const [down, setDown] = useState(false);
  const rows = all.slice(0, length);
  const acts = (row: SampleRow): RowActs => ({
    inline: [
      { id: "assign", words: t("list.assign"), shortcut: "a", run: () => sayDone(row.name) },
      { id: "call", words: t("buttons.call"), icon: Phone, lone: true, run: () => sayDone(row.name) },
    ],
    menu: [{ id: "remove", words: t("buttons.remove"), danger: true, run: () => sayDone(row.name) }],
  });
  return (
    <div className={styles.body}>
      <ListLayout
        head={
          <PageHead
            title={t("list.title")}
            acts={
              <Button look="solid" icon={Plus} shortcut="c">
                {t("list.create")}
              </Button>
            }
            phoneActs={<Button look="quiet" icon={Plus} label={t("list.create")} />}
          />
        }
        tabs={
          <Tabs
            label={t("list.views")}
            current="east"
            tabs={[
              { id: "waiting", words: t("list.waiting"), count: 23, href: "/parts" },
              { id: "east", words: t("list.east"), count: 186, href: "/parts" },
              { id: "all", words: t("list.all"), count: "8,426", href: "/parts" },
            ]}
          />
        }
        tools={
          <ToolRow
            end={
              <>
                <Button look="quiet" size="small" icon={ArrowDownUp}>
                  {t("list.sort")}
                </Button>
                <ColumnChooser columns={columns} visible={visible} onChange={setVisible} />
                <Button look="quiet" size="small" icon={Download} label={t("list.export")} />
              </>
            }
          >
            <SearchBox words={t("list.search")} value={typed} onChange={setTyped} />
            <FilterChip
              field={t("choices.field")}
              operator={t("choices.operator")}
              value={t("choices.value")}
              onOpen={() => undefined}
              onRemove={() => undefined}
            />
            <AddFilter words={t("list.addFilter")} onAdd={() => undefined} />
          </ToolRow>
        }
        count={
          chosen.size > 0 ? t("list.chosenOf", { chosen: chosen.size, count: 280 }) : t("list.count", { count: 280 })
        }
        bulk={
          chosen.size === 0 ? null : (
            <BulkBar
              chosen={t("list.chosen", { count: chosen.size })}
              onClear={() => setChosen(new Set())}
              acts={[
                {
                  id: "reassign",
                  words: t("buttons.reassign"),
                  icon: Shuffle,
                  run: () => sayDone(t("after.words"), async () => undefined),
                },
                { id: "campaign", words: t("list.addToCampaign"), icon: Megaphone, run: () => undefined },
              ]}
            />
          )
        }
      >
        <RecordTable
          label={t("list.title")}
          rows={rows}
          rowId={rowId}
          columns={columns}
          visible={visible}
          sorting={{ column: "clock", down }}
          onSort={() => setDown(!down)}
          selection={{ chosen, onChange: setChosen }}
          href={() => "/parts"}
          acts={acts}
          more={{ has: length < all.length, loading: false, load: () => setLength(length + PAGE) }}
          phone={usePhoneView()}
        />
      </ListLayout>
    </div>
  );
}

const rowId = ({ id }: SampleRow): string => id;

const clockOf = (row: SampleRow) =>
  row.ring === "none" ? (
    <None />
  ) : (
    <Ring tone={row.ring} left={row.left}>
      {row.clock}
    </Ring>
  );

const activityOf = (row: SampleRow) => (
  <span className="row g6 ink2">
    {row.live ? <LiveDot /> : null}
    <span className="ell">{row.activity}</span>
  </span>
);

function useSampleColumns(): Column<SampleRow>[] {
  const { t } = useTranslation("parts");
  return useMemo(
    () => [
      {
        id: "name",
        head: t("list.contact"),
        width: 200,
        cell: (row, narrow) => (
          <>
            <b>{row.name}</b> <span className="t12 ink3">{row.title}</span>
            {narrow ? <div className="ink2 ell">{row.company}</div> : null}
          </>
        ),
      },
      { id: "company", head: t("list.account"), width: 150, desktopOnly: true, cell: (row) => row.company },
      { id: "cell", head: t("list.grade"), width: 56, cell: (row) => <CellChip paint={row.paint} label={row.cell} /> },
      {
        id: "stage",
        head: t("list.stage"),
        width: 112,
        cell: (row) => (
          <WaterGlass level={row.level} tone={row.tone}>
            {row.stage}
          </WaterGlass>
        ),
      },
      {
        id: "product",
        head: t("list.product"),
        width: 96,
        desktopOnly: true,
        cell: (row) => <span className="ink2">{row.product}</span>,
      },
      {
        id: "source",
        head: t("list.source"),
        width: 178,
        desktopOnly: true,
        cell: (row) => <span className="ink2">{row.source}</span>,
      },
      { id: "owner", head: t("list.owner"), width: 84, cell: (row) => row.owner },
      { id: "clock", head: t("list.clock"), width: 124, sortable: true, cell: clockOf },
      { id: "activity", head: t("list.activity"), cell: activityOf },
    ],
    [t],
  );
}

function usePhoneView(): PhoneView<SampleRow> {
  const { t } = useTranslation("parts");
  return {
    row: (row) => ({
      sign: <CellChip paint={row.paint} label={row.cell} />,
      name: row.name,
      meta: row.company,
      line: activityOf(row),
      top: clockOf(row),
      bottom: row.owner,
      swipe: [
        { id: "campaign", words: t("list.addToCampaign"), icon: Megaphone, run: () => sayDone(row.name) },
        { id: "reassign", words: t("buttons.reassign"), icon: Shuffle, run: () => sayDone(row.name) },
      ],
    }),
    group: (row) =>
      row.ring === "over"
        ? { key: "over", words: t("list.late"), tone: "over" }
        : { key: "rest", words: t("list.waiting") },
  };
}
