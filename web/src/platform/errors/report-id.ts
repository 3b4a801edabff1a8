/** No letters that are read aloud alike or look alike. */
const ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
const LENGTH = 8;

/** A short id that can be read over the telephone: `K7Q2-9FMD`. */
export function reportId(): string {
  const random = crypto.getRandomValues(new Uint8Array(LENGTH));
  const letters = [...random].map((value) => ALPHABET[value % ALPHABET.length] ?? "");
  return `${letters.slice(0, LENGTH / 2).join("")}-${letters.slice(LENGTH / 2).join("")}`;
}

/** What an administrator needs to find the defect; nothing of the records that were on the page. */
export function reportText(id: string, error: unknown): string {
  const lines = [
    id,
    new Date().toISOString(),
    window.location.pathname,
    navigator.userAgent,
    error instanceof Error ? (error.stack ?? error.message) : String(error),
  ];
  return lines.join("\n");
}
