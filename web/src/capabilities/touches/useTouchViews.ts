import { EVERYTHING, type RuleGroup } from "@tongzhou/contract/conditions";
import { useTranslation } from "react-i18next";

/** A fortnight is what people mean by "lately". */
const LATELY_DAYS = 14;

const where = (...rules: RuleGroup["rules"]): RuleGroup => ({ combinator: "and", rules });

/** The views everybody has of touches. */
export function useTouchViews(): { id: string; words: string; filter: RuleGroup }[] {
  const { t } = useTranslation("touches");
  return [
    { id: "all", words: t("view.all"), filter: EVERYTHING },
    {
      id: "lately",
      words: t("view.lately"),
      filter: where({ field: "touch.at", operator: "in_last", value: LATELY_DAYS }),
    },
    {
      id: "forms",
      words: t("view.forms"),
      filter: where({ field: "touch.kind", operator: "is", value: "form" }),
    },
    {
      id: "mine",
      words: t("view.mine"),
      filter: where({ field: "contact.owner", operator: "is", value: "me" }),
    },
  ];
}
