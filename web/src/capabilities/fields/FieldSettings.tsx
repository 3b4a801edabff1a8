import { useQuery } from "@tanstack/react-query";
import { fields, type SettingsField } from "@tongzhou/contract/fields";
import { Plus } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ReadFailure } from "../../platform/errors/ReadFailure.tsx";
import { reading } from "../../platform/http/queries.ts";
import { useUrlState } from "../../platform/routing/useUrlState.ts";
import { Button } from "../../ui/controls/Button.tsx";
import { Empty } from "../../ui/feedback/Empty.tsx";
import { SkeletonRows } from "../../ui/feedback/SkeletonRows.tsx";
import { SectionHead } from "../../ui/record/SectionHead.tsx";
import { FieldDialog } from "./FieldDialog.tsx";
import { FieldsUrl } from "./FieldTabs.tsx";
import { FieldOrder } from "./FieldOrder.tsx";
import { useFieldActs } from "./useFieldActs.ts";

/** The fields that the company added, object by object: added, changed, ordered, archived. */
export function FieldSettings() {
  const { t } = useTranslation("fields");
  const [{ object }] = useUrlState(FieldsUrl);
  const read = useQuery(reading(fields.settings));
  const [asked, setAsked] = useState<{ field?: SettingsField }>();
  const acts = useFieldActs();
  if (read.isError) return <ReadFailure failure={read.error} onRetry={() => void read.refetch()} />;
  const own = (read.data ?? []).filter((field) => field.object === object);
  const alive = own.filter(({ archived }) => !archived);
  const archived = own.filter((field) => field.archived);
  const rows = { onEdit: (field: SettingsField) => setAsked({ field }), onTurn: acts.turn };
  return (
    <>
      <section>
        <SectionHead
          title={t("fieldsOf", { object: t(`object.${object}`) })}
          note={t("mean")}
          end={
            <Button look="solid" size="small" icon={Plus} shortcut="c" onClick={() => setAsked({})}>
              {t("add")}
            </Button>
          }
        />
        {read.data === undefined ? <SkeletonRows rows={4} height={56} /> : null}
        {read.data !== undefined && alive.length === 0 ? (
          <Empty title={t("none", { object: t(`object.${object}`) })}>{t("noneWhy")}</Empty>
        ) : null}
        {alive.length === 0 ? null : (
          <FieldOrder
            label={t("order")}
            all={alive}
            {...rows}
            onOrder={(ids, moved) => void acts.order(object, ids, moved)}
          />
        )}
      </section>
      {archived.length === 0 ? null : (
        <section>
          <SectionHead title={t("archivedOnes")} note={t("archivedMean")} />
          <FieldOrder label={t("archivedOnes")} all={archived} {...rows} />
        </section>
      )}
      {asked === undefined ? null : (
        <FieldDialog
          key={asked.field?.id ?? object}
          object={object}
          {...(asked.field === undefined ? {} : { field: asked.field })}
          onClose={() => setAsked(undefined)}
        />
      )}
    </>
  );
}
