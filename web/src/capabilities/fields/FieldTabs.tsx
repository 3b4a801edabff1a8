import { useQuery } from "@tanstack/react-query";
import { FIELD_OBJECTS, FieldObject, fields } from "@tongzhou/contract/fields";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { reading } from "../../platform/http/queries.ts";
import { hrefOf, useUrlState } from "../../platform/routing/useUrlState.ts";
import { Tabs } from "../../ui/list/Tabs.tsx";

const PATH = "/settings/fields";

/** What the page shows, as its address says it. */
export const FieldsUrl = z.object({ object: FieldObject.default("contact").catch("contact") });

/** What fields can be added to, each with how many there are. */
export function FieldTabs() {
  const { t } = useTranslation("fields");
  const [{ object }] = useUrlState(FieldsUrl);
  const { data } = useQuery(reading(fields.settings));
  return (
    <Tabs
      label={t("objects")}
      current={object}
      tabs={FIELD_OBJECTS.map((id) => ({
        id,
        words: t(`object.${id}`),
        href: hrefOf(PATH, { object: id }),
        ...(data === undefined ? {} : { count: data.filter((field) => field.object === id && !field.archived).length }),
      }))}
    />
  );
}
