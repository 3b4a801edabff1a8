import type { RecordChoice } from "@tongzhou/contract/assignment";
import type { RuleGroup } from "@tongzhou/contract/conditions";
import { FileDown, ListChecks } from "lucide-react";
import { useEffect, useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../ui/controls/Button.tsx";
import { usePhone } from "../../ui/hooks/useMedia.ts";
import { BulkBar, type BulkAct } from "../../ui/list/BulkBar.tsx";
import { ListLayout } from "../../ui/list/ListLayout.tsx";
import { ToolRow } from "../../ui/list/ToolRow.tsx";
import { readLayout, writeLayout, type ColumnLayout } from "../../ui/table/column-layout.ts";
import { ColumnChooser } from "../../ui/table/ColumnChooser.tsx";
import { RecordTable } from "../../ui/table/RecordTable.tsx";
import type { Column, PhoneView, RowActs } from "../../ui/table/table-types.ts";
import { useAddedColumns } from "../custom-fields/useAddedColumns.tsx";
import { ReadFailure } from "../errors/ReadFailure.tsx";
import type { ListBulk } from "./list-bulk.ts";
import type { ListExport } from "./list-export.ts";
import { rememberList } from "./list-memory.ts";
import { askedOf, sortingOf, turnedSort, type ListState } from "./list-state.ts";
import { ListSearch } from "./ListSearch.tsx";
import { useListCount, type CountEndpoint } from "./use-list-count.ts";
import { useListRows, type ListEndpoint } from "./use-list-rows.ts";

export interface ListWords {
  title: string;
  search: string;
  /** How many there are; `amount` may say "about". */
  count: (amount: string) => string;
  /** Said instead while rows are chosen. */
  chosenOf?: (chosen: number, amount: string) => string;
  /** On the bar of acts. */
  chosen?: (chosen: number) => string;
  /** On the button that chooses all there are, and on the bar when they are. */
  chooseAll?: (amount: string) => string;
  chosenAll?: (amount: string) => string;
}

/** Every row the list has, those that were not fetched too. */
export interface EveryRow {
  filter: RuleGroup;
  search: string;
  /** How many they are; may say "about". */
  amount: string;
}

export interface ListActs<Row> {
  /** With one row, at hand while it is pointed at. */
  row?: ((row: Row) => RowActs) | undefined;
  /** With the chosen rows; rows can be chosen where it is given. */
  chosen?: ((rows: readonly Row[], clear: () => void) => readonly BulkAct[]) | undefined;
  /** With every row the list has; all can be chosen where it is given. */
  all?: ((every: EveryRow, clear: () => void) => readonly BulkAct[]) | undefined;
}

export interface RecordListProps<Row> {
  /** By this name the way back from a record finds the list. */
  object: string;
  list: ListState;
  endpoints: { list: ListEndpoint<Row>; count: CountEndpoint };
  words: ListWords;
  head: ReactNode;
  tabs: ReactNode;
  filters: ReactNode;
  columns: readonly Column<Row>[];
  /** What a list without a choice of its own shows; left out: all. */
  firstColumns?: readonly string[];
  phone: PhoneView<Row>;
  hrefOf: (row: Row) => string;
  acts?: ListActs<Row>;
  /** Taking rows out of the house; left out for whoever may not. */
  exporting?: ListExport | undefined;
  /** Acts on many rows that every list has. */
  bulk?: ListBulk | undefined;
  empty: ReactNode;
}

/** A list of records: rows by a saved view and its conditions, columns, order, how many, acts on one and on many. */
export function RecordList<Row extends { readonly id: string }>(props: RecordListProps<Row>) {
  const { list, words, acts = {}, exporting, bulk } = props;
  const { t: ui } = useTranslation("ui");
  const columns = [...props.columns, ...useAddedColumns<Row>(props.object, props.endpoints.list)];
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set<string>());
  const read = useListRows<Row>(props.endpoints.list, askedOf(list));
  const amount = useListCount(props.endpoints.count, list);
  const isPhone = usePhone();
  useRemembered(props.object, read.rows);
  const chosenRows = read.rows.filter(({ id }) => chosen.has(id));
  const question = JSON.stringify(askedOf(list));
  const [allOf, setAllOf] = useState<string>();
  const hasAll = allOf === question && chosenRows.length === read.rows.length;
  // A phone shows no boxes until somebody wants to choose.
  const [isChoosing, setChoosing] = useState(false);
  const clear = () => {
    setChosen(new Set());
    setChoosing(false);
    setAllOf(undefined);
  };
  const layout = readLayout(list.columns ?? props.firstColumns ?? props.columns.map(({ id }) => id));
  const { visible } = layout;
  const show = (next: Partial<ColumnLayout>) => list.change({ columns: writeLayout({ ...layout, ...next }) });
  const everyRow = { filter: list.filter, search: list.search };
  const exportAct = (choice: RecordChoice): BulkAct[] =>
    exporting?.ofChosen !== true
      ? []
      : [
          {
            id: "export",
            words: exporting.words,
            icon: FileDown,
            run: () => exporting.run({ choice, sort: read.order, visible, clear }),
          },
        ];
  const mayChooseAll = acts.all !== undefined || bulk !== undefined;
  const mayChoose = acts.chosen !== undefined || bulk !== undefined || exporting?.ofChosen === true;
  /** Once every row in sight is chosen, the rest is one press away. */
  const allAct = (): BulkAct[] =>
    !mayChooseAll || amount === undefined || !read.more.has || chosenRows.length < read.rows.length
      ? []
      : [{ id: "all", words: words.chooseAll?.(amount) ?? "", icon: ListChecks, run: () => setAllOf(question) }];
  const actsOfChosen = (): BulkAct[] => {
    const choice = { ids: chosenRows.map(rowId) };
    return [
      ...(acts.chosen?.(chosenRows, clear) ?? []),
      ...(bulk?.acts({ choice, amount: words.chosen?.(chosenRows.length) ?? "", clear }) ?? []),
      ...exportAct(choice),
    ];
  };
  const exportButton =
    exporting === undefined ? null : (
      <Button
        look="quiet"
        size="small"
        icon={FileDown}
        {...(isPhone ? { label: exporting.words } : { children: exporting.words })}
        onClick={() => exporting.run({ choice: everyRow, sort: read.order, visible })}
      />
    );
  const tools = (
    <>
      <ListSearch words={words.search} value={list.search} onChange={(search) => list.change({ search })} />
      {props.filters}
      {isPhone ? exportButton : null}
      {isPhone && mayChoose && !isChoosing ? (
        <Button
          look="quiet"
          size="small"
          icon={ListChecks}
          label={ui("chooseRows")}
          onClick={() => setChoosing(true)}
        />
      ) : null}
    </>
  );
  const chooser = (
    <>
      {exportButton}
      <ColumnChooser
        columns={columns}
        visible={visible}
        onChange={(next) => show({ visible: next })}
        onReset={list.columns === undefined ? undefined : list.resetColumns}
      />
    </>
  );
  return (
    <ListLayout
      head={props.head}
      edits={columns.some(({ fact }) => fact !== undefined)}
      tabs={props.tabs}
      tools={
        <ToolRow phone={tools} end={chooser}>
          {tools}
        </ToolRow>
      }
      count={read.failure === null ? countWords(words, amount, chosenRows.length) : undefined}
      bulk={
        !mayChoose || (chosenRows.length === 0 && !isChoosing) ? null : hasAll &&
          mayChooseAll &&
          amount !== undefined ? (
          <BulkBar
            chosen={words.chosenAll?.(amount)}
            onClear={clear}
            acts={[
              ...(acts.all?.({ ...everyRow, amount }, clear) ?? []),
              ...(bulk?.acts({ choice: everyRow, amount: words.chosenAll?.(amount) ?? "", clear }) ?? []),
              ...exportAct(everyRow),
            ]}
          />
        ) : (
          <BulkBar
            chosen={words.chosen?.(chosenRows.length)}
            onClear={clear}
            acts={[...allAct(), ...(chosenRows.length === 0 ? [] : actsOfChosen())]}
          />
        )
      }
    >
      {read.failure === null ? (
        <RecordTable
          label={words.title}
          rows={read.rows}
          rowId={rowId}
          columns={columns}
          visible={visible}
          widths={{ of: layout.widths, onChange: (id, px) => show({ widths: { ...layout.widths, [id]: px } }) }}
          loading={read.loading}
          sorting={sortingOf(read.order)}
          onSort={(column) => list.change({ sort: turnedSort(read.order, column) })}
          {...(mayChoose && (!isPhone || isChoosing) ? { selection: { chosen, onChange: setChosen } } : {})}
          href={props.hrefOf}
          {...(acts.row === undefined ? {} : { acts: acts.row })}
          more={read.more}
          phone={props.phone}
          empty={props.empty}
        />
      ) : (
        <ReadFailure failure={read.failure} onRetry={read.retry} />
      )}
    </ListLayout>
  );
}

/** Whether a list shows less than all, which changes what an empty one says. */
export const isNarrowed = ({ search, filter }: ListState): boolean => search !== "" || filter.rules.length > 0;

const rowId = ({ id }: { readonly id: string }): string => id;

function countWords(words: ListWords, amount: string | undefined, chosen: number): string {
  if (amount === undefined) return "";
  return chosen === 0 || words.chosenOf === undefined ? words.count(amount) : words.chosenOf(chosen, amount);
}

function useRemembered(object: string, rows: readonly { readonly id: string }[]): void {
  useEffect(() => {
    const href = `${window.location.pathname}${window.location.search}`;
    rememberList({ object, href, ids: rows.map(rowId) });
  }, [object, rows]);
}
