import { crc32, deflateRawSync } from "node:zlib";

/** A cell as it stands in the XML of a sheet: attributes and inside. Undefined: no cell. */
export interface RawCell {
  readonly attributes?: string;
  readonly inside: string;
}
export type CellOf = string | number | boolean | RawCell | undefined;

export interface SheetOf {
  readonly name: string;
  /** A row that is undefined is not written at all. */
  readonly rows: readonly (readonly CellOf[] | undefined)[];
  readonly merged?: readonly string[];
  readonly state?: string;
}

export interface WorkbookOf {
  readonly sheets: readonly SheetOf[];
  /** Texts go to the shared table (as Excel does) or into the cells. */
  readonly shared?: boolean;
  readonly from1904?: boolean;
  /** Codes of number formats; the cell's style n is the n-th, from 1. */
  readonly formats?: readonly string[];
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships";
const DATE_STYLE = 1;
export { DATE_STYLE };

/** A workbook as Excel writes it. */
export function workbookFile({ sheets, shared = true, from1904 = false, formats = ["yyyy-mm-dd hh:mm"] }: WorkbookOf) {
  const strings = new Map<string, number>();
  const parts: Record<string, string> = {};
  sheets.forEach((sheet, at) => {
    parts[`xl/worksheets/sheet${at + 1}.xml`] = sheetXml(sheet, shared ? strings : null);
  });
  const relation = (id: number, type: string, target: string): string =>
    `<Relationship Id="rId${id}" Type="${RELATIONS}/${type}" Target="${target}"/>`;
  parts["_rels/.rels"] =
    `${XML}<Relationships xmlns="${PACKAGE}">${relation(1, "officeDocument", "xl/workbook.xml")}</Relationships>`;
  const tabs = sheets.map(
    ({ name, state }, at) =>
      `<sheet name="${escaped(name)}" sheetId="${at + 1}"${state === undefined ? "" : ` state="${state}"`} r:id="rId${at + 1}"/>`,
  );
  parts["xl/workbook.xml"] =
    `${XML}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><workbookPr${from1904 ? ' date1904="1"' : ""}/>` +
    `<sheets>${tabs.join("")}</sheets></workbook>`;
  const ofSheets = sheets.map((_, at) => relation(at + 1, "worksheet", `worksheets/sheet${at + 1}.xml`));
  parts["xl/_rels/workbook.xml.rels"] =
    `${XML}<Relationships xmlns="${PACKAGE}">${ofSheets.join("")}` +
    relation(sheets.length + 1, "styles", "styles.xml") +
    relation(sheets.length + 2, "sharedStrings", "/xl/sharedStrings.xml") +
    `</Relationships>`;
  const codes = formats.map((code, at) => `<numFmt numFmtId="${164 + at}" formatCode="${escaped(code)}"/>`);
  const styles = ["0", ...formats.map((_, at) => String(164 + at))].map((id) => `<xf numFmtId="${id}"/>`);
  parts["xl/styles.xml"] =
    `${XML}<styleSheet xmlns="${MAIN}"><numFmts>${codes.join("")}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>` +
    `<cellXfs>${styles.join("")}</cellXfs></styleSheet>`;
  if (shared) {
    const texts = [...strings.keys()].map((text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`);
    parts["xl/sharedStrings.xml"] = `${XML}<sst xmlns="${MAIN}">${texts.join("")}</sst>`;
  }
  return zipFile(Object.entries(parts).map(([name, text]) => ({ name, bytes: Buffer.from(text) })));
}

function sheetXml({ rows, merged = [] }: SheetOf, strings: Map<string, number> | null): string {
  const lines = rows.map((cells, row) => {
    if (cells === undefined) return "";
    return `<row r="${row + 1}" spans="1:9">${cells.map((cell, column) => cellXml(cell, row, column, strings)).join("")}</row>`;
  });
  const ranges = merged.map((ref) => `<mergeCell ref="${ref}"/>`).join("");
  const mergeCells = merged.length === 0 ? "" : `<mergeCells count="${merged.length}">${ranges}</mergeCells>`;
  return `${XML}<worksheet xmlns="${MAIN}"><sheetData>${lines.join("")}</sheetData>${mergeCells}</worksheet>`;
}

function cellXml(cell: CellOf, row: number, column: number, strings: Map<string, number> | null): string {
  if (cell === undefined) return "";
  const reference = `${columnName(column)}${row + 1}`;
  const xml = (attributes: string, inside: string): string => `<c r="${reference}"${attributes}>${inside}</c>`;
  if (typeof cell === "object") return xml(cell.attributes === undefined ? "" : ` ${cell.attributes}`, cell.inside);
  if (typeof cell === "number") return xml("", `<v>${cell}</v>`);
  if (typeof cell === "boolean") return xml(' t="b"', `<v>${cell ? 1 : 0}</v>`);
  if (!strings) return xml(' t="inlineStr"', `<is><t xml:space="preserve">${escaped(cell)}</t></is>`);
  const known = strings.get(cell) ?? strings.size;
  strings.set(cell, known);
  return xml(' t="s"', `<v>${known}</v>`);
}

function columnName(column: number): string {
  const rest = Math.floor(column / 26);
  return (rest === 0 ? "" : columnName(rest - 1)) + String.fromCharCode(65 + (column % 26));
}

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

export interface ZippedFile {
  readonly name: string;
  readonly bytes: Buffer;
  /** Marks it as encrypted; the bytes stay as they are. */
  readonly encrypted?: boolean;
}

/** A zip file of these files, deflated. */
export function zipFile(files: readonly ZippedFile[]): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, bytes, encrypted = false } of files) {
    const packed = deflateRawSync(bytes);
    const title = Buffer.from(name);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(encrypted ? 1 : 0, 2);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc32(bytes), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(bytes.length, 18);
    common.writeUInt16LE(title.length, 22);
    const local = Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4]), common, title]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from([0x50, 0x4b, 1, 2, 20, 0]), common, tail, title]));
    bodies.push(local, packed);
    offset += local.length + packed.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06_05_4b_50, 0);
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...bodies, listed, end]);
}
