import type { MatchingState } from "@tongzhou/contract/matching";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../platform/format/useFormat.ts";
import { Anchor } from "../../ui/navigation/Anchor.tsx";
import { PlainTable, type PlainColumn } from "../../ui/table/PlainTable.tsx";
import { expectationsOf, type MatchThresholds } from "./expectations.ts";
import { shareWords } from "./share-words.ts";

interface Outcome {
  readonly id: "same" | "review" | "below";
  readonly range: string;
  readonly pairs: number;
  readonly expected: string;
}

/** The three outcomes: how many pairs end where, and how many of them wrongly. */
export function MatchOutcomes({ state, thresholds }: { state: MatchingState; thresholds: MatchThresholds }) {
  const { t } = useTranslation("identity");
  const format = useFormat();
  const columns = useOutcomeColumns();
  const { same, review, below, wrongShare, missedShare } = expectationsOf(state, thresholds);
  const [from, to] = [shareWords(thresholds.review), shareWords(thresholds.same)];
  const about = (count: number): string => (count > 0 && count < 1 ? t("matching.lessThanOne") : format.count(count));
  const outcomes: Outcome[] = [
    {
      id: "same",
      range: t("matching.atLeast", { share: to }),
      pairs: same.pairs,
      expected:
        wrongShare === null
          ? t("matching.nobody")
          : t("matching.wrong", { count: about(same.wrong), share: shareWords(wrongShare) }),
    },
    {
      id: "review",
      range: t("matching.between", { from, to }),
      pairs: review.pairs,
      expected: review.pairs === 0 ? t("matching.nobody") : t("matching.matches", { count: about(review.matches) }),
    },
    {
      id: "below",
      range: t("matching.lessThan", { share: from }),
      pairs: below.pairs,
      expected:
        missedShare === null
          ? t("matching.nobody")
          : t("matching.missed", { count: about(below.missed), share: shareWords(missedShare) }),
    },
  ];
  return (
    <div className="col g8">
      <PlainTable label={t("matching.outcomes")} rows={outcomes} rowId={({ id }) => id} columns={columns} />
      <span className="t13 ink3">{t(state.rest === null ? "matching.fromShipped" : "matching.fromOwn")}</span>
    </div>
  );
}

function useOutcomeColumns(): PlainColumn<Outcome>[] {
  const { t } = useTranslation("identity");
  const format = useFormat();
  return [
    {
      id: "outcome",
      head: t("matching.outcome"),
      width: 112,
      cell: ({ id, range }) => (
        <span className="col">
          <b>{t(`matching.is.${id}`)}</b>
          <span className="t13 ink3">{range}</span>
        </span>
      ),
    },
    {
      id: "pairs",
      head: t("matching.pairs"),
      align: "end",
      width: 88,
      cell: ({ id, pairs }) =>
        id === "below" || pairs === 0 ? (
          format.count(pairs)
        ) : (
          <Anchor className="link" href="/contacts/duplicates">
            {format.count(pairs)}
          </Anchor>
        ),
    },
    { id: "expected", head: t("matching.expected"), cell: ({ expected }) => expected },
  ];
}
