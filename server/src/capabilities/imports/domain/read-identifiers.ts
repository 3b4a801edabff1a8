import type { MappedPlace, RowCells } from "./row-cells.ts";
import type { DraftIdentifier, RejectReason } from "./row-draft.ts";
import type { RowFindings } from "./row-findings.ts";
import type { IdentifierReading, RowNormalisers } from "./row-normalisers.ts";
import { splitEmails, splitPhones } from "../../../platform/text/split-contact-cell.ts";

/** Reads everything a person can be met by from a row, each once. What cannot be read is noted in `findings`. */
export function readIdentifiers(cells: RowCells, normalise: RowNormalisers, findings: RowFindings): DraftIdentifier[] {
  const found: DraftIdentifier[] = [];

  for (const place of cells.filled("memberId")) addId(`member:${place.memberSource}`, place);
  for (const place of cells.filled("wechatUnion")) addId("wechat_union", place);
  for (const place of cells.filled("mobile")) addPhones(place);
  for (const place of cells.filled("phone")) addPhones(place);
  for (const place of cells.filled("email")) {
    for (const raw of splitEmails(cells.textAt(place)))
      add("email", place, raw, normalise.identifier("email", raw), "email_impossible");
  }
  for (const place of cells.filled("wechatId")) addId("wechat_id", place);
  return found;

  function addId(kind: DraftIdentifier["kind"], place: MappedPlace): void {
    const raw = cells.textAt(place);
    add(kind, place, raw, normalise.identifier(kind, raw), "id_impossible");
  }

  function addPhones(place: MappedPlace): void {
    for (const raw of splitPhones(cells.textAt(place))) {
      const reading = normalise.identifier("phone", raw);
      if (reading.problem === "area_code_missing") findings.remark("area_code_missing", place, raw);
      else add("phone", place, raw, reading, "phone_impossible");
    }
  }

  function add(
    kind: DraftIdentifier["kind"],
    place: MappedPlace,
    raw: string,
    reading: IdentifierReading,
    reason: RejectReason,
  ): void {
    if (reading.value === null)
      findings.reject(reading.problem === "digits_lost" ? "phone_digits_lost" : reason, place, raw);
    else if (!found.some((known) => known.kind === kind && known.value === reading.value)) {
      found.push({ kind, value: reading.value, raw, strong: reading.strong });
    }
  }
}
