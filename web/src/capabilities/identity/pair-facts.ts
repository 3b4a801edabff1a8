import type { ContactRow } from "@tongzhou/contract/contacts";
import type { EvidenceLine, Pair } from "@tongzhou/contract/duplicate-pairs";
import type { MergeChoice, MergeField, MergeSide } from "@tongzhou/contract/identity";
import { PAIR_TOPICS, TOPIC_OF, type PairTopic } from "./usePairWords.ts";

/** One row of the comparison: what both sides say of one thing, and what that is evidence of. */
export interface PairFact {
  readonly id: string;
  readonly topic: PairTopic | null;
  /** What can be chosen between; null where both sides stay. */
  readonly choice: MergeChoice | null;
  readonly lines: readonly EvidenceLine[];
  /** What both sides say where nothing is chosen; masked as the viewer sees it. */
  readonly values: Readonly<Record<MergeSide, readonly string[]>>;
  readonly bits: number;
}

/** Which fact of a contact a row chooses between. */
const CHOOSES: Partial<Record<PairTopic, MergeField>> = { name: "name", title: "title", city: "regionCode" };

/** The rows of a pair: what is compared, then what only has to be chosen, then evidence of no field. */
export function pairFacts({ lines, preview }: Pair): PairFact[] {
  const choiceOf = (field: MergeField | undefined) => preview.choices.find((choice) => choice.field === field) ?? null;
  const compared = PAIR_TOPICS.map((topic) =>
    factOf(
      topic,
      topic,
      choiceOf(CHOOSES[topic]),
      lines.filter(({ of }) => TOPIC_OF[of] === topic),
      {
        survivor: valuesOf(topic, preview.survivor),
        merged: valuesOf(topic, preview.merged),
      },
    ),
  ).filter(
    ({ choice, lines: said, values }) => choice || said.length > 0 || values.survivor.length + values.merged.length > 0,
  );
  const chosen = Object.values(CHOOSES);
  const others = preview.choices
    .filter(({ field }) => !chosen.includes(field))
    .map((choice) => factOf(choice.field, null, choice, [], NOTHING));
  const alone = lines
    .filter(({ of }) => TOPIC_OF[of] === undefined)
    .map((line) => factOf(line.of, null, null, [line], NOTHING));
  return [...compared, ...others, ...alone];
}

const NOTHING = { survivor: [], merged: [] };

function factOf(
  id: string,
  topic: PairTopic | null,
  choice: MergeChoice | null,
  lines: readonly EvidenceLine[],
  values: PairFact["values"],
): PairFact {
  return { id, topic, choice, lines, values, bits: lines.reduce((sum, line) => sum + line.bits, 0) };
}

function valuesOf(topic: PairTopic, contact: ContactRow): string[] {
  const reached = (isOf: (kind: string) => boolean) =>
    contact.identifiers.filter(({ kind }) => isOf(kind)).map(({ value }) => value);
  switch (topic) {
    case "name":
      return contact.name === null ? [] : [contact.name];
    case "organisation":
      return contact.account === null ? [] : [contact.account.name];
    case "title":
      return contact.title ? [contact.title] : [];
    case "phone":
      return reached((kind) => kind === "phone");
    case "mail":
      return reached((kind) => kind === "email");
    case "id":
      return reached((kind) => kind !== "phone" && kind !== "email");
    case "city":
      return contact.regionCode === null ? [] : [contact.regionCode];
  }
}
