import { CAMPAIGN_TYPES } from "@tongzhou/contract/campaigns";
import { useTranslation } from "react-i18next";
import { bulkField, type BulkField } from "../../platform/lists/list-bulk.ts";
import { choiceKind, dayKind, wholeKind } from "../../platform/record/editable-fact.tsx";
import { usePeople } from "../people/index.ts";
import { useProductLines } from "../products/index.ts";
import { useChannelKind } from "./useChannelKind.ts";

/** What many campaigns can be given at once. */
export function useCampaignBulkFields(): BulkField[] {
  const { t } = useTranslation("campaigns");
  const { t: ofFormat } = useTranslation("format");
  const people = usePeople();
  const lines = useProductLines();
  const channel = useChannelKind();
  const person = choiceKind(people.options, true);
  const types = CAMPAIGN_TYPES.map((value) => ({ value, words: t(`type.${value}`) }));
  return [
    bulkField({ id: "ownerId", label: t("field.ownerId"), kind: person }),
    bulkField({ id: "type", label: t("field.type"), kind: choiceKind(types, false), needed: true }),
    bulkField({ id: "productLineId", label: t("field.productLineId"), kind: choiceKind(lines.options, true) }),
    bulkField({ id: "channel", label: t("field.channel"), kind: channel }),
    bulkField({ id: "startsOn", label: t("field.startsOn"), kind: dayKind }),
    bulkField({ id: "endsOn", label: t("field.endsOn"), kind: dayKind }),
    bulkField({ id: "nextStepOwnerId", label: t("field.nextStepOwnerId"), kind: person }),
    bulkField({
      id: "nextStepDays",
      label: t("field.nextStepDays"),
      kind: wholeKind,
      notUnderstood: ofFormat("noNumber"),
    }),
  ];
}
