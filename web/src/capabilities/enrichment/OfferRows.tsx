import type { EnrichedField, FactOffer } from "@tongzhou/contract/enrichment";
import { useTranslation } from "react-i18next";
import { Checkbox } from "../../ui/controls/Checkbox.tsx";
import styles from "./OfferRows.module.css";
import { useFactWords } from "./useFactWords.ts";

export interface OfferRowsProps {
  offers: readonly FactOffer[];
  isTaken: (offer: FactOffer) => boolean;
  onTurn: (field: EnrichedField, on: boolean) => void;
}

/** What is offered, beside what stands there now and who wrote that. */
export function OfferRows({ offers, isTaken, onTurn }: OfferRowsProps) {
  const { t } = useTranslation("enrichment");
  const words = useFactWords();
  return (
    <ul className={styles.offers} aria-label={t("offers")}>
      {offers.map((offer) => {
        const { field, present, offered, state, sourceName, origin } = offer;
        const isOff = state === "taken";
        return (
          <li key={field} className={styles.offer}>
            <Checkbox
              checked={!isOff && isTaken(offer)}
              disabled={isOff}
              onChange={(on) => onTurn(field, on)}
              className={styles.field}
            >
              {words.field(field)}
            </Checkbox>
            <div className={styles.values}>
              <div className={styles.offered}>{words.value(field, offered)}</div>
              <div className="t12 ink3">
                {sourceName} · {words.origin(origin)}
              </div>
              <div className={state === "fills" ? "t12 ink3" : "t12 ink2"}>
                {t(`state.${state}`, { present: present === null ? "" : words.value(field, present) })}
              </div>
            </div>
          </li>
        );
      })}
    </ul>
  );
}
