import type { RecycleLimits } from "@tongzhou/contract/lead-standard";
import { useTranslation } from "react-i18next";
import { Segmented } from "../../ui/controls/Segmented.tsx";
import { NumberField } from "../../ui/fields/NumberField.tsx";
import { SectionHead } from "../../ui/record/SectionHead.tsx";
import type { PartProps } from "./part-props.ts";
import styles from "./StandardLines.module.css";

const NUMBERS = [
  "sqlIdleDays",
  "qualifyingIdleDays",
  "claimsPerDay",
  "reclaimAfterDays",
  "maxInHand",
] as const satisfies readonly (keyof RecycleLimits)[];
const PLACES = ["sqlIdleTo", "lostTo"] as const satisfies readonly (keyof RecycleLimits)[];
const WAYS = ["public", "nurture"] as const;

/** When leads come back, where they go, and how many one may take. An empty number switches a rule off. */
export function RecycleLimitsEditor({ content, onChange }: PartProps) {
  const { t } = useTranslation("standards");
  const { recycle } = content;
  const set = (change: Partial<RecycleLimits>) => onChange?.({ ...content, recycle: { ...recycle, ...change } });
  return (
    <section style={{ maxWidth: "640px" }}>
      <SectionHead title={t("parts.recycle")} note={t("recycleMeans")} />
      <ul className="list">
        {NUMBERS.map((limit) => (
          <li key={limit} className={styles.line}>
            <span>{t(`limits.${limit}`)}</span>
            <span className={styles.number}>
              <NumberField
                size="small"
                label={t(`limits.${limit}`)}
                labelUnseen
                placeholder={t("off")}
                disabled={onChange === undefined}
                value={recycle[limit]}
                onChange={(value) => set({ [limit]: value })}
              />
            </span>
          </li>
        ))}
        <li className={styles.line}>
          <span>{t("limits.remindOnlyDays")}</span>
          <span className={styles.number}>
            <NumberField
              size="small"
              label={t("limits.remindOnlyDays")}
              labelUnseen
              disabled={onChange === undefined}
              value={recycle.remindOnlyDays}
              onChange={(value) => value !== null && set({ remindOnlyDays: value })}
            />
          </span>
        </li>
        {PLACES.map((place) => (
          <li key={place} className={styles.line}>
            <span>{t(`limits.${place}`)}</span>
            {onChange === undefined ? (
              <span className="ink2">{t(`returns.${recycle[place]}`)}</span>
            ) : (
              <Segmented
                label={t(`limits.${place}`)}
                value={recycle[place]}
                onChange={(value) => set({ [place]: value })}
                options={WAYS.map((value) => ({ value, words: t(`returns.${value}`) }))}
              />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
