import { cleanText } from "../../../platform/text/clean-text.ts";

/** What people and programs write into a cell that holds nothing. Words that could be a name (Na, Null) are not among them. */
const NOTHING: ReadonlySet<string> = new Set([
  "0000-00-00 00:00:00",
  ..."- -- --- — —— / \\ . … ? ？ 无 無 暂无 没有 未知 不详 未填 未填写 空 待补充 待定 n/a #n/a #value! #ref! #name? #null! #div/0! null none nil undefined (null) <null> select 请选择 0000-00-00".split(
    " ",
  ),
]);
const LONGEST_NOTHING = 19;
/** `="…"` keeps spreadsheets from rounding numbers; it is not a formula to anybody. */
const GUARDED = /^="((?:[^"]|"")*)"$/;

/** The content of a cell: cleaned, out of its spreadsheet guard, and empty when it only says that there is nothing. Formulas stay text. */
export function cleanCell(cell: string): string {
  let text = cleanText(cell);
  if (text.startsWith('="')) text = cleanText(GUARDED.exec(text)?.[1]?.replaceAll('""', '"') ?? text);
  return text.length <= LONGEST_NOTHING && NOTHING.has(text.toLowerCase()) ? "" : text;
}

/** The same for a text of several lines (a remark): its line ends stay. */
export function cleanNote(cell: string): string {
  return cell
    .split(/\r\n|\r|\n/)
    .map(cleanCell)
    .join("\n")
    .trim();
}
