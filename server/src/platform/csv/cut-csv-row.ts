/** Why a row could not be cut cleanly into cells. `unclosed`: a quote is still open where the text ends. */
export type CutProblem = "broken_quotes" | "unclosed";

export interface CsvShape {
  separator: string;
  /** "\n" also stands for "\r\n". "\r" alone ended lines on old Macintoshes. */
  newline: "\n" | "\r";
}

export interface CutRow {
  cells: string[];
  /** Lines taken, the first one included. */
  lines: number;
  problem: CutProblem | null;
}

const QUOTE = '"';

/**
 * Cuts the row that begins at `lines[first]` into cells (RFC 4180, and what spreadsheets really write: spaces behind a
 * closing quote, quotes inside an unquoted cell). A quoted cell may go on over further lines. `broken_quotes` is a closing
 * quote with text behind it; then nothing beyond the first line is taken.
 *
 * @param lines without their line end; the "\r" of "\r\n" may still be there
 */
export function cutCsvRow(lines: readonly string[], first: number, { separator, newline }: CsvShape): CutRow {
  const start = withoutReturn(lines[first] ?? "");
  if (!start.includes(QUOTE)) return { cells: start.split(separator), lines: 1, problem: null };
  const cells: string[] = [];
  let text = lines[first] ?? "";
  let at = 0;
  let taken = 1;
  for (;;) {
    if (text[at] !== QUOTE) {
      const end = text.indexOf(separator, at);
      if (end >= 0) {
        cells.push(text.slice(at, end));
        at = end + separator.length;
        continue;
      }
      cells.push(withoutReturn(text.slice(at)));
      return { cells, lines: taken, problem: null };
    }
    // A quoted cell: pieces between doubled quotes, perhaps from several lines.
    let cell = "";
    let from = at + 1;
    for (;;) {
      const quote = text.indexOf(QUOTE, from);
      if (quote < 0) {
        if (first + taken >= lines.length) return { cells, lines: taken, problem: "unclosed" };
        cell += text.slice(from) + newline;
        text = lines[first + taken] ?? "";
        taken += 1;
        from = 0;
        continue;
      }
      cell += text.slice(from, quote);
      if (text[quote + 1] !== QUOTE) {
        at = quote + 1;
        break;
      }
      cell += QUOTE;
      from = quote + 2;
    }
    cells.push(cell);
    const end = text.indexOf(separator, at);
    const behind = end < 0 ? text.slice(at) : text.slice(at, end);
    if (behind !== "" && behind.trim() !== "") return { cells, lines: 1, problem: "broken_quotes" };
    if (end < 0) return { cells, lines: taken, problem: null };
    at = end + separator.length;
  }
}

/** The cells of a line whose quotes are broken, cut at every separator, so that its columns can still be shown. */
export function cutBrokenLine(line: string, separator: string): string[] {
  return withoutReturn(line).split(separator);
}

function withoutReturn(line: string): string {
  return line.endsWith("\r") ? line.slice(0, -1) : line;
}
