import type { EvidenceLine, Pair } from "@tongzhou/contract/duplicate-pairs";
import type { ContactRow } from "@tongzhou/contract/contacts";
import type { Viewing } from "../../platform/access/acting.ts";
import { Conflict, NotFound } from "../../platform/problems/refusal.ts";
import type { EvidenceLine as WeighedLine } from "./domain/weigh-pair.ts";
import { previewMerge } from "./preview-merge.ts";
import { findEvidence } from "./queries/evidence-rows.ts";
import { findPair } from "./queries/pair-rows.ts";
import { weighNow } from "./weigh-pairs.ts";

/**
 * One pair with its evidence and what merging it would do. What fields say that the viewer may not see is one line without a
 * word about them.
 * @throws NotFound unless the viewer may edit both; Conflict `pair_decided` once it was judged, `merged_already` once it was merged.
 */
export async function showPair(viewing: Viewing, pairId: string): Promise<Pair> {
  const pair = await findPair(viewing, pairId);
  if (!pair) throw new NotFound();
  const preview = await previewMerge(viewing, { survivorId: pair.firstId, mergedId: pair.secondId });
  if (pair.verdict === "different") throw new Conflict("pair_decided");
  // One that came a moment ago waits for its weighing.
  const weighed = (await findEvidence(viewing, pairId)) ?? (await weighNow(viewing, [pairId]))[0];
  if (!weighed) throw new NotFound();
  const { lines, bits, prior, probability } = weighed;
  return {
    id: pairId,
    foundBy: pair.foundBy,
    at: pair.at.toISOString(),
    lines: presentLines(lines, [preview.survivor, preview.merged]),
    bits,
    prior,
    probability,
    preview,
  };
}

function presentLines(lines: readonly WeighedLine[], sides: readonly ContactRow[]): EvidenceLine[] {
  const hidden = lines.filter(({ of }) => isHidden(of, sides));
  const shown: EvidenceLine[] = lines.filter((line) => !hidden.includes(line)).map((line) => ({ ...line }));
  if (hidden.length === 0) return shown;
  const bits = hidden.reduce((sum, line) => sum + line.bits, 0);
  return [...shown, { of: "hidden", level: 1, levels: 1, bits, holders: null }];
}

/** A field of identifiers is hidden where both sides said something of it, and the viewer sees it of neither. */
function isHidden(of: WeighedLine["of"], sides: readonly ContactRow[]): boolean {
  const isOf = KINDS[of];
  return isOf !== undefined && !sides.every(({ identifiers }) => identifiers.some(({ kind }) => isOf(kind)));
}

const KINDS: Partial<Record<WeighedLine["of"], (kind: string) => boolean>> = {
  phone: (kind) => kind === "phone",
  mail: (kind) => kind === "email",
  id: (kind) => kind !== "phone" && kind !== "email",
};
