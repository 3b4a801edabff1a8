import { duplicatePairs, type Pair, type PairVerdict } from "@tongzhou/contract/duplicate-pairs";
import { identity, type MergeField, type MergeSide } from "@tongzhou/contract/identity";
import { Merge, Split } from "lucide-react";
import { useTranslation } from "react-i18next";
import { queryClient } from "../../platform/http/queries.ts";
import { sayFailure } from "../../platform/http/say-failure.ts";
import { useAct } from "../../platform/http/useAct.ts";
import { sayActed } from "../../platform/undo/say-acted.ts";
import { Button } from "../../ui/controls/Button.tsx";
import { ErrorNote } from "../../ui/feedback/ErrorNote.tsx";
import { usePhone } from "../../ui/hooks/useMedia.ts";
import { PhoneFoot } from "../../ui/record/PhoneFoot.tsx";
import styles from "./PairActs.module.css";

export interface PairActsProps {
  pair: Pair;
  chosen: Readonly<Partial<Record<MergeField, MergeSide>>>;
  /** Called as soon as it is judged, so that the next pair stands there. */
  onJudged: () => void;
}

/** The three answers: the same person, two people, later. */
export function PairActs({ pair, chosen, onJudged }: PairActsProps) {
  const { t } = useTranslation("identity");
  const { t: shell } = useTranslation("shell");
  const isPhone = usePhone();
  const merge = useAct(identity.merge);
  const judge = useAct(duplicatePairs.judge);
  const { survivor, merged, choices } = pair.preview;
  const isBusy = merge.isPending || judge.isPending;
  const failure = merge.error ?? judge.error;
  const said = failure === null ? undefined : sayFailure(shell, failure);
  const done = (words: string, operationId: string | undefined) => {
    sayActed(words, operationId);
    onJudged();
    void queryClient.invalidateQueries();
  };
  const same = () => {
    const take = choices.filter(({ field, side }) => (chosen[field] ?? side) === "merged").map(({ field }) => field);
    const name = take.includes("name") ? merged.name : survivor.name;
    merge.mutate(
      { body: { survivorId: survivor.id, mergedId: merged.id, take } },
      { onSuccess: ({ operationId }) => done(t("mergedInto", { name: name ?? t("nameless") }), operationId) },
    );
  };
  const say = (verdict: PairVerdict) =>
    judge.mutate(
      { params: { pairId: pair.id }, body: { verdict } },
      { onSuccess: ({ operationId }) => done(t(`judged.${verdict}`), operationId) },
    );
  const size = isPhone ? "large" : "middle";
  const later = (
    <Button key="later" look="quiet" size={size} shortcut="s" disabled={isBusy} onClick={() => say("later")}>
      {t("later")}
    </Button>
  );
  const different = (
    <Button
      key="different"
      icon={isPhone ? undefined : Split}
      size={size}
      shortcut="d"
      disabled={isBusy}
      onClick={() => say("different")}
    >
      {t(isPhone ? "differentShort" : "different")}
    </Button>
  );
  const one = (
    <Button
      key="same"
      look="solid"
      icon={Merge}
      size={size}
      shortcut="m"
      busy={merge.isPending}
      disabled={isBusy}
      onClick={same}
    >
      {t("same")}
    </Button>
  );
  const note = said === undefined ? null : <ErrorNote happened={said.happened}>{said.todo}</ErrorNote>;
  if (isPhone)
    return (
      <>
        {note}
        <PhoneFoot>
          {later}
          {different}
          {one}
        </PhoneFoot>
      </>
    );
  return (
    <div className={styles.foot}>
      {note}
      <div className="row g8">
        {one}
        {different}
        {later}
        <span className="end t12 ink3">{choices.length === 0 ? null : t("clickToSwitch")}</span>
      </div>
    </div>
  );
}
