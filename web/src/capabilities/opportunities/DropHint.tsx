import { useQuery } from "@tanstack/react-query";
import { opportunities } from "@tongzhou/contract/opportunities";
import { CircleAlert, CircleCheck } from "lucide-react";
import { useTranslation } from "react-i18next";
import { reading } from "../../platform/http/queries.ts";
import { cx } from "../../ui/cx.ts";
import { Icon } from "../../ui/Icon.tsx";
import styles from "./Board.module.css";
import { useMissingWords } from "./useMissingWords.ts";

/** What a stage still asks for, told while the card hangs over it. */
export function DropHint({ opportunityId, stageId }: { opportunityId: string; stageId: string }) {
  const { t } = useTranslation("opportunities");
  const { data } = useQuery(reading(opportunities.checkMove, { params: { opportunityId, stageId } }));
  const say = useMissingWords();
  const missing = data?.missing ?? [];
  const lacks = missing.length > 0;
  return (
    <li className={styles.hint} aria-live="assertive">
      {data === undefined ? null : (
        <b className={cx("row g6", lacks ? "amber" : "green")}>
          <Icon of={lacks ? CircleAlert : CircleCheck} size={14} />
          {lacks ? t("gate.lacksShort", { count: missing.length }) : t("gate.open")}
        </b>
      )}
      {missing.map((one) => (
        <span key={`${one.stageId}-${one.what}`} className="t12 ink2">
          {say(one)}
        </span>
      ))}
      {lacks ? <small className="ink3">{t("gate.dropAsks")}</small> : null}
    </li>
  );
}
