import { Columns3 } from "lucide-react";
import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../controls/Button.tsx";
import { SkeletonRows } from "../feedback/SkeletonRows.tsx";
import { Popover } from "../layers/Popover.tsx";
import type { ColumnChooserProps } from "./table-types.ts";

// Fetched when somebody opens it: every page that has a list in reach would carry it.
const ColumnOrder = lazy(async () => ({ default: (await import("./ColumnOrder.tsx")).ColumnOrder }));

/** Which columns a list shows, and in which order. */
export function ColumnChooser(props: ColumnChooserProps) {
  const { t } = useTranslation("ui");
  return (
    <Popover
      label={t("columns")}
      align="end"
      width={260}
      renderOpener={(opener) => (
        <Button {...opener} look="quiet" size="small" icon={Columns3}>
          {t("columns")}
        </Button>
      )}
    >
      <Suspense fallback={<SkeletonRows rows={Math.min(props.columns.length, 8)} height={32} />}>
        <ColumnOrder {...props} />
      </Suspense>
    </Popover>
  );
}
