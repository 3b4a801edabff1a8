import { matching, REVIEW_STEPS, SAME_STEPS, type MatchingState } from "@tongzhou/contract/matching";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { FailureNote } from "../../platform/errors/FailureNote.tsx";
import { forget } from "../../platform/http/queries.ts";
import { useAct } from "../../platform/http/useAct.ts";
import { sayActed } from "../../platform/undo/say-acted.ts";
import { Button } from "../../ui/controls/Button.tsx";
import { SelectField } from "../../ui/fields/SelectField.tsx";
import { SectionHead } from "../../ui/record/SectionHead.tsx";
import { MatchOutcomes } from "./MatchOutcomes.tsx";
import { shareWords } from "./share-words.ts";

const RECOMMENDED = "recommended";

/** From which probability on somebody is asked, and two count as the same; what is expected of it stands below before it is saved. */
export function MatchThresholds({ state }: { state: MatchingState }) {
  const { t } = useTranslation("identity");
  const { t: ui } = useTranslation("ui");
  const { own, recommended } = state;
  const [draft, setDraft] = useState(own);
  const save = useAct(matching.setThresholds);
  const wanted = { same: draft.same ?? recommended.same, review: draft.review ?? recommended.review };
  const isCrossed = wanted.review > wanted.same;
  const changed = (["review", "same"] as const).filter((field) => draft[field] !== own[field]);
  const optionsOf = (steps: readonly number[], what: number) => [
    { value: RECOMMENDED, words: t("matching.recommended", { share: shareWords(what) }) },
    ...steps.map((step) => ({ value: String(step), words: shareWords(step) })),
  ];
  const valueOf = (step: number | null): string => (step === null ? RECOMMENDED : String(step));
  const stepOf = (value: string | undefined): number | null =>
    value === undefined || value === RECOMMENDED ? null : Number(value);
  const submit = () =>
    save.mutate(
      { body: Object.fromEntries(changed.map((field) => [field, { from: own[field], to: draft[field] }])) },
      {
        onSuccess: ({ operationId }) => {
          void forget(matching.show);
          sayActed(t("matching.changed"), operationId);
        },
      },
    );
  return (
    <section>
      <SectionHead title={t("matching.thresholds")} />
      <form
        className="col g16"
        onSubmit={(event) => {
          event.preventDefault();
          if (changed.length > 0 && !isCrossed && !save.isPending) submit();
        }}
      >
        <div className="row wrap g16">
          <div style={{ flex: "1 1 240px", maxWidth: "360px" }}>
            <SelectField
              label={t("matching.reviewFrom")}
              hint={t("matching.reviewMeans")}
              options={optionsOf(REVIEW_STEPS, recommended.review)}
              value={valueOf(draft.review)}
              wrong={isCrossed ? t("matching.crossed") : undefined}
              onChange={(value) => setDraft({ ...draft, review: stepOf(value) })}
            />
          </div>
          <div style={{ flex: "1 1 240px", maxWidth: "360px" }}>
            <SelectField
              label={t("matching.sameFrom")}
              hint={t("matching.sameMeans")}
              options={optionsOf(SAME_STEPS, recommended.same)}
              value={valueOf(draft.same)}
              onChange={(value) => setDraft({ ...draft, same: stepOf(value) })}
            />
          </div>
        </div>
        <MatchOutcomes state={state} thresholds={isCrossed ? { ...wanted, review: wanted.same } : wanted} />
        <FailureNote failure={save.error} />
        <div className="row g8">
          <Button
            type="submit"
            look={changed.length === 0 ? "plain" : "solid"}
            busy={save.isPending}
            whyOff={changed.length === 0 ? t("matching.nothingChanged") : isCrossed ? t("matching.crossed") : undefined}
          >
            {ui("save")}
          </Button>
          {changed.length === 0 ? null : (
            <Button look="quiet" onClick={() => setDraft(own)}>
              {ui("cancel")}
            </Button>
          )}
        </div>
      </form>
    </section>
  );
}
