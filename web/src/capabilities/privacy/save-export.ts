import type { PersonExport } from "@tongzhou/contract/privacy";

export interface ExportWords {
  title: string;
  /** Words of a key such as `held.contacts`; the key itself where there are none. */
  words: (key: string) => string;
  moment: (at: string) => string;
}

/** Says nothing to the person: keys of rows and what they refer to. */
const KEYS = /(^|_)id$|_hash$|^name_sort$/;

/** Hands the browser two files: a page to read, and the same for a machine. Nothing of it stays anywhere else. */
export function saveExport(handed: PersonExport, words: ExportWords): void {
  const day = handed.at.slice(0, "2025-11-21".length);
  save(`${words.title} ${day}.html`, "text/html", pageOf(handed, words));
  save(`${words.title} ${day}.json`, "application/json", JSON.stringify(handed, null, 2));
}

/** A page without scripts or anything fetched, which opens in any browser for years. */
export function pageOf({ at, sections }: PersonExport, { title, words, moment }: ExportWords): string {
  const tables = sections.map(({ what, rows }) => {
    const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))].filter((column) => !KEYS.test(column));
    const head = columns.map((column) => `<th>${escaped(words(`column.${column}`).replace(/^column\./, ""))}</th>`);
    const body = rows.map(
      (row) => `<tr>${columns.map((column) => `<td>${escaped(textOf(row[column]))}</td>`).join("")}</tr>`,
    );
    return `<h2>${escaped(words(`held.${what}`))}</h2><table><tr>${head.join("")}</tr>${body.join("")}</table>`;
  });
  return `<!doctype html><meta charset="utf-8"><title>${escaped(title)}</title>
<style>body{font:14px/1.6 system-ui;margin:32px}table{border-collapse:collapse;margin-bottom:24px}th,td{border:1px solid #ccc;padding:4px 8px;text-align:left;vertical-align:top}th{background:#f4f5f7}</style>
<h1>${escaped(title)}</h1><p>${escaped(moment(at))}</p>${tables.join("")}`;
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return "";
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);

function save(name: string, mediaType: string, content: string): void {
  const address = URL.createObjectURL(new Blob([content], { type: mediaType }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // The browser has begun to read it by then.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
