import { useQuery } from "@tanstack/react-query";
import { duplicatePairs, LIKELY_STEPS, type LikelyMerges } from "@tongzhou/contract/duplicate-pairs";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ReadFailure } from "../../platform/errors/ReadFailure.tsx";
import { queryClient, reading } from "../../platform/http/queries.ts";
import { sayFailure } from "../../platform/http/say-failure.ts";
import { useAct } from "../../platform/http/useAct.ts";
import { sayActed } from "../../platform/undo/say-acted.ts";
import { Button } from "../../ui/controls/Button.tsx";
import { Segmented } from "../../ui/controls/Segmented.tsx";
import { ErrorNote } from "../../ui/feedback/ErrorNote.tsx";
import { SkeletonRows } from "../../ui/feedback/SkeletonRows.tsx";
import { Dialog } from "../../ui/layers/Dialog.tsx";
import styles from "./MergeLikely.module.css";
import { usePairWords } from "./usePairWords.ts";

const FIRST = 0.99;

/** All pairs from a probability on, merged in one act: counted before, undone in one. */
export function MergeLikely({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation("identity");
  const { t: ui } = useTranslation("ui");
  const { t: shell } = useTranslation("shell");
  const words = usePairWords();
  const [from, setFrom] = useState<number>(FIRST);
  const read = useQuery(reading(duplicatePairs.previewLikely, { query: { from } }));
  const act = useAct(duplicatePairs.mergeLikely);
  const merges = read.data?.merges ?? 0;
  const failure = act.error === null ? undefined : sayFailure(shell, act.error);
  const run = () =>
    act.mutate(
      { body: { from, merges } },
      {
        onSuccess({ operationId }) {
          sayActed(t("likely.done", { count: merges }), operationId);
          onClose();
          void queryClient.invalidateQueries();
        },
        onError: () => void read.refetch(),
      },
    );
  return (
    <Dialog
      title={t("likely.title")}
      onClose={onClose}
      width={520}
      onSubmit={merges === 0 || act.isPending ? undefined : run}
      foot={
        <>
          <Button onClick={onClose}>{ui("cancel")}</Button>
          <Button look="solid" type="submit" busy={act.isPending} disabled={merges === 0 || act.isPending}>
            {merges === 0 ? t("likely.none") : t("likely.merge", { count: merges })}
          </Button>
        </>
      }
    >
      <div className="col g16">
        <div className="col g8">
          <span className="t13 ink2">{t("likely.from")}</span>
          <Segmented
            label={t("likely.from")}
            value={String(from)}
            options={LIKELY_STEPS.map((step) => ({ value: String(step), words: `≥ ${words.step(step)}` }))}
            onChange={(step) => setFrom(Number(step))}
          />
        </div>
        {read.isPending ? <SkeletonRows rows={4} height={28} /> : null}
        {read.isError ? <ReadFailure failure={read.error} onRetry={() => void read.refetch()} /> : null}
        {read.data === undefined ? null : <Consequences preview={read.data} />}
        {failure === undefined ? null : <ErrorNote happened={failure.happened}>{failure.todo}</ErrorNote>}
      </div>
    </Dialog>
  );
}

function Consequences({ preview: { merges, groups, held, shown } }: { preview: LikelyMerges }) {
  const { t } = useTranslation("identity");
  if (merges === 0)
    return <p className="ink2">{t(held === 0 ? "likely.nobody" : "likely.onlyHeld", { count: held })}</p>;
  const more = groups - shown.length;
  return (
    <>
      <ul className={styles.points}>
        <li>{t("likely.into", { count: merges + groups, people: groups })}</li>
        <li>{t("likely.rules")}</li>
        {held === 0 ? null : <li>{t("likely.held", { count: held })}</li>}
        <li>{t("likely.undone")}</li>
      </ul>
      {/* What may be longer than the dialog is scrolled by keys too. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <ul className={styles.groups} aria-label={t("likely.groups")} tabIndex={0}>
        {shown.map((group) => (
          <li key={group[0]?.id} className="row g8">
            <span className="ell b">{group[0]?.name ?? t("nameless")}</span>
            <span className="ell ink3 grow">
              {t("likely.with", {
                names: group
                  .slice(1)
                  .map(({ name }) => name ?? t("nameless"))
                  .join(t("comma")),
              })}
            </span>
          </li>
        ))}
        {more === 0 ? null : <li className="ink3">{t("likely.more", { count: more })}</li>}
      </ul>
    </>
  );
}
