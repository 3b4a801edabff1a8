import { STANDARD_SIDES } from "@tongzhou/contract/standards";
import type { StandardPage, StandardSignature, StandardVersion } from "@tongzhou/contract/standards";
import type { Viewing } from "../../platform/access/acting.ts";
import { NotFound } from "../../platform/problems/refusal.ts";
import { diffStandards } from "./domain/diff-standards.ts";
import { problemsOf } from "./problems-of.ts";
import { readRuleContext } from "./queries/read-rule-context.ts";
import { findInForce, findSignatures, findStandard, findStandards } from "./queries/standard-rows.ts";
import type { SignatureRow, StandardRow } from "./queries/standard-rows.ts";
import { mayEditStandards, maySignFor } from "./standards.access.ts";

/** The versions, newest first. */
export async function listStandardVersions(context: Pick<Viewing, "tx">): Promise<StandardVersion[]> {
  const versions = await findStandards(context);
  const signatures = await findSignatures(
    context,
    versions.map(({ id }) => id),
  );
  return versions.map((version) => versionOf(version, signatures));
}

/**
 * A version as its page shows it.
 * @throws NotFound
 */
export async function readStandardPage(
  context: Pick<Viewing, "tx" | "now" | "viewer">,
  id: string,
): Promise<StandardPage> {
  const standard = await findStandard(context, id);
  if (!standard) throw new NotFound();
  const inForce = await findInForce(context);
  const signatures = await findSignatures(context, [id]);
  const { viewer } = context;
  const isDraft = standard.state === "draft";
  return {
    ...versionOf(standard, signatures),
    content: standard.content,
    contentHash: standard.contentHash,
    problems: problemsOf(standard.content, await readRuleContext(context, null)),
    differences: inForce && inForce.id !== id ? diffStandards(inForce.content, standard.content) : [],
    maySignFor: STANDARD_SIDES.filter(
      (side) =>
        isDraft &&
        maySignFor(viewer, side) &&
        !signatures.some((one) => one.side === side || one.personId === viewer.personId),
    ),
    mayEdit: isDraft && signatures.length === 0 && mayEditStandards(viewer),
  };
}

function versionOf(version: StandardRow, signatures: readonly SignatureRow[]): StandardVersion {
  const { id, state, note, basedOnId, inForceFrom, supersededAt } = version;
  return {
    id,
    version: version.version,
    state,
    note,
    basedOnId,
    inForceFrom: inForceFrom?.toISOString() ?? null,
    supersededAt: supersededAt?.toISOString() ?? null,
    signatures: signatures.filter(({ standardId }) => standardId === id).map(signatureOf),
  };
}

const signatureOf = ({ side, personId, personName, signedAt }: SignatureRow): StandardSignature => ({
  side,
  personId,
  personName,
  signedAt: signedAt.toISOString(),
});
