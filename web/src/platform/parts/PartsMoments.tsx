import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../ui/controls/Button.tsx";
import { Empty } from "../../ui/feedback/Empty.tsx";
import { ErrorNote } from "../../ui/feedback/ErrorNote.tsx";
import { SkeletonRows } from "../../ui/feedback/SkeletonRows.tsx";
import { sayDone } from "../../ui/feedback/toast.ts";
import { ConfirmConsequence } from "../../ui/layers/ConfirmConsequence.tsx";
import { Popover } from "../../ui/layers/Popover.tsx";
import { Why } from "../../ui/layers/Why.tsx";
import { Figure } from "../../ui/signs/Figure.tsx";
import { sayFailure } from "../http/say-failure.ts";
import styles from "./Parts.module.css";
import { PartsBlock } from "./PartsBlock.tsx";
import { usePartsWhy } from "./parts-samples.ts";

/** The moments that are easy to forget: empty, error, before, after, waiting, why. */
export function PartsMoments() {
  const { t } = useTranslation("parts");
  const { t: shell } = useTranslation("shell");
  const [asking, setAsking] = useState(false);
  const why = usePartsWhy();
  return (
    <div>
      <PartsBlock name={t("empty.name")}>
        <Empty title={t("empty.title")} act={<Button size="small">{t("empty.act")}</Button>}>
          {t("empty.body")}
        </Empty>
      </PartsBlock>
      <PartsBlock name={t("error.name")}>
        <ErrorNote
          happened={t("error.happened")}
          acts={
            <>
              <Button size="small">{t("error.join")}</Button>
              <Button size="small" look="quiet">
                {t("error.giveUp")}
              </Button>
            </>
          }
        >
          {t("error.todo")}
        </ErrorNote>
      </PartsBlock>
      <PartsBlock name={t("before.name")}>
        <Button look="danger" onClick={() => setAsking(true)}>
          {t("before.open")}
        </Button>
        {asking ? (
          <ConfirmConsequence
            title={t("before.title")}
            keep={t("before.keep")}
            act={t("before.act")}
            sayFailure={(failure) => sayFailure(shell, failure)}
            onClose={() => setAsking(false)}
            onAct={async () => sayDone(t("after.words"), async () => undefined)}
          >
            {t("before.first")}
            <Figure href="/parts">{t("before.touches")}</Figure>
            {t("before.last")}
          </ConfirmConsequence>
        ) : null}
      </PartsBlock>
      <PartsBlock name={t("after.name")}>
        <Button onClick={() => sayDone(t("after.words"), async () => undefined)}>{t("after.open")}</Button>
      </PartsBlock>
      <PartsBlock name={t("why.name")}>
        <Popover
          label={t("why.title")}
          width={440}
          renderOpener={(opener) => (
            <Button {...opener} size="small">
              {t("why.title")}
            </Button>
          )}
        >
          <Why {...why} />
        </Popover>
        <div className={styles.quiet} style={{ marginTop: "12px" }}>
          <Why {...why} />
        </div>
      </PartsBlock>
      <PartsBlock name={t("waiting.name")}>
        <SkeletonRows rows={2} />
        <p className="t12 ink3" style={{ marginTop: "8px" }}>
          {t("waiting.note")}
        </p>
      </PartsBlock>
    </div>
  );
}
