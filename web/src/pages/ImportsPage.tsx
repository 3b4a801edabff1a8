import { FileUp } from "lucide-react";
import { useTranslation } from "react-i18next";
import { ImportList } from "../capabilities/imports/index.ts";
import { Button } from "../ui/controls/Button.tsx";
import { ListLayout } from "../ui/list/ListLayout.tsx";
import { PageHead } from "../ui/list/PageHead.tsx";

/** `/imports`: what was imported. */
export function ImportsPage() {
  const { t } = useTranslation("pages");
  return (
    <ListLayout
      head={
        <PageHead
          title={t("place.imports")}
          crumbs={[{ words: t("settings"), href: "/settings" }]}
          acts={
            <Button look="solid" icon={FileUp} shortcut="c" href="/imports/new">
              {t("importList")}
            </Button>
          }
        />
      }
    >
      <ImportList />
    </ListLayout>
  );
}
