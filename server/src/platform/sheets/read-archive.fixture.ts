import { crc32, inflateRawSync } from "node:zlib";

/** The files of an archive by name, found by its central directory, as a spreadsheet finds them. @throws Error when a sum is wrong. */
export function readArchive(archive: Buffer): Map<string, string> {
  const end = archive.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  const files = new Map<string, string>();
  let at = archive.readUInt32LE(end + 16);
  for (let left = archive.readUInt16LE(end + 10); left > 0; left--) {
    const [crc, packed, size] = [16, 20, 24].map((place) => archive.readUInt32LE(at + place));
    const nameLength = archive.readUInt16LE(at + 28);
    const name = archive.toString("utf8", at + 46, at + 46 + nameLength);
    const local = archive.readUInt32LE(at + 42);
    const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
    const bytes = inflateRawSync(archive.subarray(start, start + (packed ?? 0)));
    if (bytes.length !== size || crc32(bytes) !== crc) throw new Error(`${name} is not what the directory says`);
    files.set(name, bytes.toString("utf8"));
    at += 46 + nameLength;
  }
  return files;
}

const CELL =
  /<c r="([A-Z]+)(\d+)"(?: t="(\w+)")?(?: s="(\d+)")?>(?:<v>([^<]*)<\/v>|<is><t[^>]*>([^<]*)<\/t><\/is>)<\/c>/g;

/** The cells of a worksheet by place, `A1`: figures as numbers, text as text. */
export function readCells(worksheet: string): Map<string, string | number> {
  const plain = (text: string): string =>
    text
      .replaceAll("&#13;", "\r")
      .replaceAll("&lt;", "<")
      .replaceAll("&gt;", ">")
      .replaceAll("&quot;", '"')
      .replaceAll("&amp;", "&");
  return new Map(
    [...worksheet.matchAll(CELL)].map(([, column, row, , , figure, text]) => [
      `${column}${row}`,
      figure === undefined ? plain(text ?? "") : Number(figure),
    ]),
  );
}
