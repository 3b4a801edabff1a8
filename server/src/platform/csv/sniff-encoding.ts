/** The encodings a file may come in; the names are TextDecoder's. */
export type CsvEncoding = "utf-8" | "gb18030" | "utf-16le" | "utf-16be";

export interface SniffedEncoding {
  encoding: CsvEncoding;
  /** Bytes of the byte order mark, to be passed over. */
  bomBytes: 0 | 2 | 3;
  /** `certain`: a byte order mark; `likely`: the lines read well; `unsure`: only ASCII so far, or two encodings read about equally well. */
  confidence: "certain" | "likely" | "unsure";
}

export interface EncodingSniffer {
  /** Takes the next bytes of the file, cut anywhere. */
  push(bytes: Uint8Array): void;
  /** What the bytes so far say. */
  result(): SniffedEncoding;
}

const NEWLINE = 10;
/** A file without a line end in so many bytes is judged in pieces of this length. */
const LONGEST_LINE = 1 << 20;
const LINES_BEYOND_ASCII = /[^\n\u0000-\u007f][^\n]*/g; // oxlint-disable-line no-control-regex -- ASCII begins with control characters

/** Judges the encoding of a whole small file or of the beginning of a large one. */
export function sniffEncoding(sample: Uint8Array): SniffedEncoding {
  const sniffer = createEncodingSniffer();
  sniffer.push(sample);
  return sniffer.result();
}

/**
 * Judges the encoding of a file while it arrives, so that an English header and a thousand lines of ASCII do not hide what
 * follows. Every line with a byte beyond ASCII is tried as UTF-8 and as GB18030 and the larger number wins: a few lines in
 * another encoding are bad rows, not another encoding. Chinese text in GB18030 is valid UTF-8 only by rare chance, while
 * UTF-8 often reads as (senseless) GB18030, so a tie is UTF-8.
 */
export function createEncodingSniffer(): EncodingSniffer {
  const counts: LineCounts = { utf8: 0, gb18030: 0 };
  let start: Uint8Array = new Uint8Array(0);
  let pending: Uint8Array = new Uint8Array(0);
  return {
    push(bytes) {
      if (start.length < 3) start = join(start, bytes.subarray(0, 3));
      const all = join(pending, bytes);
      const end = all.lastIndexOf(NEWLINE) + 1;
      const cut = end === 0 && all.length > LONGEST_LINE ? all.length : end;
      countLines(all.subarray(0, cut), counts);
      pending = all.slice(cut);
    },
    result() {
      const marked = byOrderMark(start);
      if (marked) return marked;
      const total = { ...counts };
      // The last line may end inside a character, so it counts only when nothing else does.
      if (total.utf8 === 0 && total.gb18030 === 0) countLines(pending, total);
      if (total.utf8 === 0 && total.gb18030 === 0) return { encoding: "utf-8", bomBytes: 0, confidence: "unsure" };
      const [encoding, most, least]: [CsvEncoding, number, number] =
        total.utf8 >= total.gb18030 ? ["utf-8", total.utf8, total.gb18030] : ["gb18030", total.gb18030, total.utf8];
      return { encoding, bomBytes: 0, confidence: most > 2 * least ? "likely" : "unsure" };
    },
  };
}

interface LineCounts {
  utf8: number;
  /** Lines that read as GB18030 and not as UTF-8. */
  gb18030: number;
}

function byOrderMark(start: Uint8Array): SniffedEncoding | null {
  if (start[0] === 0xef && start[1] === 0xbb && start[2] === 0xbf) {
    return { encoding: "utf-8", bomBytes: 3, confidence: "certain" };
  }
  if (start[0] === 0xff && start[1] === 0xfe) return { encoding: "utf-16le", bomBytes: 2, confidence: "certain" };
  if (start[0] === 0xfe && start[1] === 0xff) return { encoding: "utf-16be", bomBytes: 2, confidence: "certain" };
  return null;
}

function countLines(block: Uint8Array, counts: LineCounts): void {
  const whole = decoded(block, "utf-8");
  if (whole !== null) {
    // In valid UTF-8 there are as many characters as bytes only when all of it is ASCII.
    if (whole.length !== block.length) counts.utf8 += whole.match(LINES_BEYOND_ASCII)?.length ?? 0;
    return;
  }
  for (let from = 0; from < block.length;) {
    const newline = block.indexOf(NEWLINE, from);
    const to = newline < 0 ? block.length : newline;
    const line = block.subarray(from, to);
    if (line.some((byte) => byte > 127)) {
      if (decoded(line, "utf-8") !== null) counts.utf8 += 1;
      else if (decoded(line, "gb18030") !== null) counts.gb18030 += 1;
    }
    from = to + 1;
  }
}

const strictDecoders = {
  "utf-8": new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }),
  gb18030: new TextDecoder("gb18030", { fatal: true }),
};

function decoded(bytes: Uint8Array, encoding: keyof typeof strictDecoders): string | null {
  try {
    return strictDecoders[encoding].decode(bytes);
  } catch {
    return null;
  }
}

function join(first: Uint8Array, second: Uint8Array): Uint8Array {
  if (first.length === 0) return second;
  const joined = new Uint8Array(first.length + second.length);
  joined.set(first);
  joined.set(second, first.length);
  return joined;
}
