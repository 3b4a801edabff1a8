import { promisify } from "node:util";
import { inflateRaw } from "node:zlib";
import { findPackedBytes, readZipEntries } from "./read-zip-entries.ts";
import type { ReadAt, ZipEntry } from "./read-zip-entries.ts";
import type { NumberKind } from "./number-format.ts";
import { PLAIN } from "./number-format.ts";
import { readRelations, readStyleFormats, readWorkbookFacts } from "./workbook-parts.ts";
import type { PartRelation, SheetTab } from "./workbook-parts.ts";
import { WorkbookRefused } from "./workbook-refused.ts";

/** A sheet that can be read. */
export interface WorkbookSheet extends Pick<SheetTab, "name" | "hidden"> {
  readonly part: PackedPart;
}

/** A part of a workbook as it lies in the file. */
export interface PackedPart {
  readonly isDeflated: boolean;
  readonly offset: number;
  readonly bytes: number;
}

/** A workbook that was opened: what it has, and where. */
export interface OpenedWorkbook {
  readonly sheets: readonly WorkbookSheet[];
  readonly strings: PackedPart | null;
  readonly formats: readonly NumberKind[];
  readonly from1904: boolean;
}

/** What a workbook says of itself is short; this much of styles has been seen after years of copying. */
const LARGEST_OWN_PART = 32 * 1024 * 1024;
const OLE: readonly number[] = [0xd0, 0xcf, 0x11, 0xe0];
const ZIP: readonly number[] = [0x50, 0x4b];
const unpack = promisify(inflateRaw);

/** Whether bytes begin like a workbook of any age: a zip file, or the container of .xls and of files with a password. */
export function looksLikeWorkbook(beginning: Uint8Array): boolean {
  return begins(beginning, ZIP) || begins(beginning, OLE);
}

/**
 * Opens a workbook (.xlsx, .xlsm): finds its sheets, shared texts and formats, without reading any of its rows.
 * @throws WorkbookRefused.
 */
export async function openWorkbook(readAt: ReadAt, size: number): Promise<OpenedWorkbook> {
  await requireZip(readAt, size);
  const entries = await readZipEntries(readAt, size);
  const byName = new Map([...entries].map(([name, entry]) => [name.toLowerCase(), entry]));
  const find = (path: string): ZipEntry | undefined => byName.get(path.toLowerCase());
  const read = (entry: ZipEntry | undefined): Promise<string> =>
    entry ? unpacked(readAt, entry) : Promise.resolve("");

  const workbookPath = await findWorkbook(read, find);
  const folder = workbookPath.replace(/[^/]*$/, "");
  const relationsPath = `${folder}_rels/${workbookPath.slice(folder.length)}.rels`;
  const { tabs, from1904 } = readWorkbookFacts(await read(find(workbookPath)));
  const relations = readRelations(await read(find(relationsPath)), folder);
  const partOf = async (relation: PartRelation | undefined): Promise<PackedPart | null> => {
    const entry = relation && find(relation.path);
    return entry ? packedPart(readAt, entry, size) : null;
  };
  const ofType = (type: string): PartRelation | undefined => [...relations.values()].find((each) => each.type === type);
  const sheets: WorkbookSheet[] = [];
  for (const { name, hidden, relation } of tabs) {
    const target = relations.get(relation);
    const part = target?.type === "worksheet" ? await partOf(target) : null;
    if (part) sheets.push({ name, hidden, part });
  }
  if (sheets.length === 0) throw new WorkbookRefused("damaged", "no sheet");
  const styles = ofType("styles");
  return {
    sheets,
    strings: await partOf(ofType("sharedStrings")),
    formats: styles ? readStyleFormats(await read(find(styles.path))) : [PLAIN],
    from1904,
  };
}

async function requireZip(readAt: ReadAt, size: number): Promise<void> {
  const beginning = await readAt(0, 8);
  if (begins(beginning, ZIP)) return;
  if (!begins(beginning, OLE)) throw new WorkbookRefused("not_a_workbook");
  // Excel hides a workbook with a password in the container of .xls, under this name in UTF-16.
  const name = Buffer.from("EncryptedPackage", "utf16le");
  const SEARCHED_BYTES = 1024 * 1024;
  const ends = [await readAt(0, SEARCHED_BYTES), await readAt(Math.max(0, size - SEARCHED_BYTES), SEARCHED_BYTES)];
  throw new WorkbookRefused(ends.some((bytes) => bytes.includes(name)) ? "protected" : "old_format");
}

async function findWorkbook(
  read: (entry: ZipEntry | undefined) => Promise<string>,
  find: (path: string) => ZipEntry | undefined,
): Promise<string> {
  const ofFile = find("_rels/.rels");
  const relations = ofFile ? readRelations(await read(ofFile), "") : new Map<string, PartRelation>();
  const path = [...relations.values()].find(({ type }) => type === "officeDocument")?.path ?? "xl/workbook.xml";
  if (/\.bin$/i.test(path)) throw new WorkbookRefused("old_format", "binary parts");
  if (!find(path) || !/workbook[^/]*\.xml$/i.test(path)) throw new WorkbookRefused("not_a_workbook");
  return path;
}

async function packedPart(readAt: ReadAt, entry: ZipEntry, size: number): Promise<PackedPart> {
  const offset = await findPackedBytes(readAt, entry);
  if (offset + entry.packedBytes > size) throw new WorkbookRefused("damaged", "a part that ends behind the file");
  return { isDeflated: entry.method === 8, offset, bytes: entry.packedBytes };
}

async function unpacked(readAt: ReadAt, entry: ZipEntry): Promise<string> {
  const { isDeflated, offset, bytes } = await packedPart(readAt, entry, Number.MAX_SAFE_INTEGER);
  if (bytes > LARGEST_OWN_PART) throw new WorkbookRefused("too_large_unpacked", entry.name);
  const packed = await readAt(offset, bytes);
  if (packed.length < bytes) throw new WorkbookRefused("damaged", entry.name);
  if (!isDeflated) return packed.toString("utf8");
  try {
    return (await unpack(packed, { maxOutputLength: LARGEST_OWN_PART })).toString("utf8");
  } catch (error) {
    const isTooLarge = error instanceof RangeError;
    throw new WorkbookRefused(isTooLarge ? "too_large_unpacked" : "damaged", entry.name);
  }
}

const begins = (bytes: Uint8Array, mark: readonly number[]): boolean => mark.every((byte, at) => bytes[at] === byte);
