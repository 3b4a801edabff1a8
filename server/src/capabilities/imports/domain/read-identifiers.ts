import type { MappedCell, RowCells } from "./row-cells.ts";
import type { DraftIdentifier, RejectReason } from "./row-draft.ts";
import type { RowFindings } from "./row-findings.ts";
import type { IdentifierReading, RowNormalisers } from "./row-normalisers.ts";
import { splitEmails, splitPhones } from "./split-contact-cell.ts";

/** Reads everything a person can be met by from a row, each once. What cannot be read is noted in `findings`. */
export function readIdentifiers(cells: RowCells, normalise: RowNormalisers, findings: RowFindings): DraftIdentifier[] {
  const found: DraftIdentifier[] = [];

  function add(kind: string, cell: MappedCell, raw: string, reading: IdentifierReading, reason: RejectReason): void {
    if (reading.value === null)
      findings.reject(reading.problem === "digits_lost" ? "phone_digits_lost" : reason, cell, raw);
    else if (!found.some((known) => known.kind === kind && known.value === reading.value)) {
      found.push({ kind, value: reading.value, raw, strong: reading.strong });
    }
  }

  for (const cell of cells.memberId ?? []) {
    const kind = `member:${cell.memberSource}`;
    add(kind, cell, cell.text, normalise.identifier(kind, cell.text), "id_impossible");
  }
  for (const cell of cells.wechatUnion ?? []) {
    add("wechat_union", cell, cell.text, normalise.identifier("wechat_union", cell.text), "id_impossible");
  }
  for (const cell of [...(cells.mobile ?? []), ...(cells.phone ?? [])]) {
    for (const raw of splitPhones(cell.text)) {
      const reading = normalise.phone(raw);
      if (reading.problem === "area_code_missing") findings.remark("area_code_missing", cell, raw);
      else add("phone", cell, raw, reading, "phone_impossible");
    }
  }
  for (const cell of cells.email ?? []) {
    for (const raw of splitEmails(cell.text)) add("email", cell, raw, normalise.email(raw), "email_impossible");
  }
  for (const cell of cells.wechatId ?? []) {
    add("wechat_id", cell, cell.text, normalise.identifier("wechat_id", cell.text), "id_impossible");
  }
  return found;
}
