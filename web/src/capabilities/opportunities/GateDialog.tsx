import { useQuery } from "@tanstack/react-query";
import { opportunities, type OpportunityRow } from "@tongzhou/contract/opportunities";
import { CircleDashed } from "lucide-react";
import { useTranslation } from "react-i18next";
import { FailureNote } from "../../platform/errors/FailureNote.tsx";
import { reading } from "../../platform/http/queries.ts";
import { Button } from "../../ui/controls/Button.tsx";
import { SkeletonRows } from "../../ui/feedback/SkeletonRows.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { Dialog } from "../../ui/layers/Dialog.tsx";
import styles from "./Opportunity.module.css";
import { useMissingWords } from "./useMissingWords.ts";

const NONE: readonly never[] = [];

/** Why a stage is not entered yet: what is still missing, and the way to where it is filled in. */
export function GateDialog({ row, stageId, onClose }: { row: OpportunityRow; stageId: string; onClose: () => void }) {
  const { t } = useTranslation("opportunities");
  const { t: ui } = useTranslation("ui");
  const params = { opportunityId: row.id, stageId };
  const { data, error, isPending } = useQuery(reading(opportunities.checkMove, { params }));
  const missing = data?.missing ?? NONE;
  const say = useMissingWords();
  return (
    <Dialog
      title={isPending ? row.name : t("gate.lacks", { count: missing.length, name: row.name })}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{ui("close")}</Button>
          <Button look="solid" href={`/opportunities/${row.id}`}>
            {t("gate.fillIn")}
          </Button>
        </>
      }
    >
      {isPending ? <SkeletonRows rows={2} /> : null}
      <FailureNote failure={error} />
      <ul className="list">
        {missing.map((one) => (
          <li key={`${one.stageId}-${one.what}`} className={styles.gateRow}>
            <Icon of={CircleDashed} className="amber" />
            <span className="grow">{say(one)}</span>
            <small className="ink3">{one.stageName}</small>
          </li>
        ))}
      </ul>
      <p className="t12 ink3">{t("gate.why")}</p>
    </Dialog>
  );
}
