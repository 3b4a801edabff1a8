import type { Readable } from "node:stream";
import type { ImportFile } from "@tongzhou/contract/imports";
import { deleteFile } from "../../platform/files/delete-file.ts";
import { storeFile } from "../../platform/files/store-file.ts";
import type { House } from "../../platform/ledger/context.ts";
import { Refused } from "../../platform/problems/refusal.ts";
import { createEncodingSniffer } from "../../platform/csv/sniff-encoding.ts";
import type { EncodingSniffer } from "../../platform/csv/sniff-encoding.ts";
import type { Bringer } from "./imports.access.ts";
import { insertSeenFile } from "./queries/file-rows.ts";

/** The purpose under which files of imports are stored. */
export const IMPORT_FILE = "import";
const NEWLINE = 10;

/**
 * Stores a file as it arrives, and looks at every byte meanwhile: the encoding is judged over the whole file, since the
 * first thousand lines of a lead list may be plain ASCII.
 * @throws Refused `import_file_empty`; FileTooLarge; what the sender's stream throws.
 */
export async function storeImportFile(
  house: House,
  { personId }: Bringer,
  name: string,
  bytes: Readable | AsyncIterable<Uint8Array>,
): Promise<ImportFile> {
  const sniffer = createEncodingSniffer();
  const lines = { count: 0 };
  const described = { name, mediaType: "text/csv", purpose: IMPORT_FILE, createdBy: personId ?? undefined };
  const { id, size } = await storeFile(house, described, watched(bytes, sniffer, lines));
  if (size === 0) {
    await deleteFile(house.pool, id);
    throw new Refused("import_file_empty", { name });
  }
  const { encoding, confidence } = sniffer.result();
  await insertSeenFile(house.pool, id, { encoding, confidence, lineCount: lines.count });
  return { fileId: id, name, size, lineCount: lines.count };
}

async function* watched(
  bytes: AsyncIterable<Uint8Array>,
  sniffer: EncodingSniffer,
  lines: { count: number },
): AsyncGenerator<Uint8Array> {
  for await (const piece of bytes) {
    sniffer.push(piece);
    for (let at = piece.indexOf(NEWLINE); at >= 0; at = piece.indexOf(NEWLINE, at + 1)) lines.count += 1;
    yield piece;
  }
}
